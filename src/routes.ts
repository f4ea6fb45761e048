/** Which address does what: the whole product as a sitemap. Who may see each is walked by test/who-may.test.ts. */
import { postRetry, showLetter, showOutbox, showOverview } from "./admin/admin.routes.ts";
import { postAdministrator, postSessionsEnd, postTheirPhotoRemoval, showAccount, showAccounts, showAdministrator } from "./admin/account.routes.ts";
import { postFounding, postHandOver, showHandOver, showOrganisations } from "./admin/organisation.routes.ts";
import { postServerNews, postServerNewsEnd, showServerNews } from "./admin/announcement.routes.ts";
import { postDrop, postFailedRetry, showDrop, showFailedJobs } from "./admin/failed-job.routes.ts";
import { showLog } from "./admin/log.routes.ts";
import { postServerSettings, showServerSettings } from "./admin/settings.routes.ts";
import { postWaiting, showWaiting } from "./admin/waiting.routes.ts";
import { showPrivacy } from "./server/privacy.routes.ts";
import { showTerms } from "./server/terms.routes.ts";
import { postNeed, postNeedAnswer, showNeed, showNeeds } from "./attendance/need.routes.ts";
import { postAnswer, showAnswer } from "./attendance/answer.routes.ts";
import { postKeptAnswer } from "./attendance/kept-answer.routes.ts";
import { postAnswerLink, postFreshLink, postLetterForm, postStop, showAnswerLink, showLetterForm, showStop } from "./attendance/answer-link.routes.ts";
import { postEventInvitations, postEventInvitationWithdrawal, showEventInvitations } from "./attendance/event-invitation.routes.ts";
import { postFeedback, postPresence, showFeedback } from "./attendance/presence.routes.ts";
import { showPeopleComing } from "./attendance/people-coming.routes.ts";
import { postMessage, postReading, showConversation, showMessages } from "./conversations/conversation.routes.ts";
import { postEdit, postRemoval, showEdit, showRemoval } from "./conversations/message.routes.ts";
import { streamConversation } from "./conversations/stream.routes.ts";
import { postGuestFeedback, postGuestPresence } from "./attendance/guest-afterwards.routes.ts";
import { postQuestions, showQuestions } from "./attendance/question.routes.ts";
import { postAnswering, postOrganisersWord, showAnswering } from "./attendance/answering.routes.ts";
import { showEvent } from "./events/event.routes.ts";
import { showHistory } from "./events/event-history.routes.ts";
import { showHome } from "./home/home.routes.ts";
import { postEditEvent, postNewEvent, showEditEvent, showNewEvent } from "./events/event-making.routes.ts";
import { showComing, showEventFile, showPast } from "./events/event-list.routes.ts";
import { postCancellation, postDiscarding, postPublication, showCancellation, showPublication } from "./events/event-standing.routes.ts";
import { postPostponement, postPostponementEnd, showPostponement } from "./events/event-postponement.routes.ts";
import { postConsent, postHost, postRefusal as postHostRefusal, postSharingEnd, showHosting, showHosts, showSharingEnd } from "./events/host.routes.ts";
import { postConduct, showConduct, showConductForm } from "./organisations/conduct.routes.ts";
import { postBranch, postJoining, postJoiningWithdrawal, postLeaving, showBranch, showJoining, showLeaving } from "./organisations/joining.routes.ts";
import { postClosing, postEditUnit, postNewOrganisation, postNewUnit, showClosing, showDirectory, showEditUnit, showNewOrganisation, showNewUnit, showOrganisation, showUnit } from "./organisations/organisation.routes.ts";
import {
  postInvitationAcceptance,
  postInvitationRefusal,
  postInvitations,
  postInvitationWithdrawal,
  postMemberRemoval,
  postOrganiser,
  postOrganiserRemoval,
  postRequestAnswer,
  postSeat,
  showInvitation,
  showInvitations,
  showMemberRemoval,
  showMembers,
  showOrganisers,
  showRequests,
} from "./organisations/organising.routes.ts";
import { postErasure, postLetterJoining, postList, showErasure, showListLetter, showLists } from "./organisations/claim.routes.ts";
import { postColumns, postConfirmation, postImportRemoval, postUndoing, postUpload, showColumns, showImport, showUndoing, showUpload } from "./organisations/import.routes.ts";
import { showUnitLog } from "./organisations/unit-log.routes.ts";
import { postListInvitations, postListRemoval, showExport, showList } from "./organisations/list.routes.ts";
import { postAudiences, showAudiencePreview, showAudiences } from "./people/audience.routes.ts";
import { postAcceptance, postConnectionEnd, postRefusal, postWithdrawal, showPeople } from "./people/connection.routes.ts";
import { showSignInHelp } from "./people/sign-in-help.routes.ts";
import { postAddress, postAddressRemoval, postLetterAddress, postNewAddress, showNewAddress } from "./people/address.routes.ts";
import { postNotMe, showNotMe } from "./people/way-back.routes.ts";
import { postAccountSanction, showAccountSanction } from "./safety/account-sanction.routes.ts";
import { postOtherSessionsEnd, postSessionEnd, showEntry } from "./people/entry.routes.ts";
import { postHiding, postHidingEnd, showHidden, showHiding } from "./people/hiding.routes.ts";
import { postExample, postFirstRun, showFirstRun } from "./people/first-run.routes.ts";
import { postChallenge, postNewChallenge, postPasskey, postPasskeyName, postPasskeyRemoval, postPasskeySignIn } from "./people/passkey.routes.ts";
import { postConnection, showPerson } from "./people/person.routes.ts";
import { postPhoto, postPhotoRemoval, showPhoto } from "./people/photo.routes.ts";
import { postHandle, postHandleProof, postHandleRemoval, postKnownBy, postProfile, showProfile, showSettings } from "./people/profile.routes.ts";
import { askForLink, openLink, showLink, showLinkSent, showSignIn, signOut } from "./people/sign-in.routes.ts";
import { postWishes, showWishes } from "./people/wishes.routes.ts";
import { postWelcome, showWelcome } from "./people/welcome.routes.ts";
import { postDeparture, postStaying, showEverything, showYourData } from "./leaving/leaving.routes.ts";
import { postAnnouncements, postUnsubscribe, showAnnouncements, showUnsubscribe } from "./notifications/choice.routes.ts";
import { showSearch } from "./search/search.routes.ts";
import { postEditVenue, postVenueConfirmation, postVenueOffering, showEditVenue, showVenue, showVenues } from "./events/venue.routes.ts";
import { postAppeal, postAppealAnswer, postSanctionEnd, showAppeal, showSanction } from "./safety/appeal.routes.ts";
import { postReport, showQueue, showReport } from "./safety/queue.routes.ts";
import { postEventReport, postMessageReport, postPersonReport, showEventReport, showMessageReport, showPersonReport } from "./safety/report.routes.ts";
import { postAfterwards, showAfterwards } from "./organising/afterwards.routes.ts";
import { postCircular, showCirculars } from "./organising/circular.routes.ts";
import { showDesk } from "./organising/desk.routes.ts";
import { showDeskExport, showDeskPeople } from "./organising/desk-people.routes.ts";
import { postDuty, postDutyEnd, showDuties } from "./organising/duty.routes.ts";
import { postThanks, showThanks } from "./organising/thanks.routes.ts";
import { postAskedToWelcome, postOwnWelcome, postWelcomingEnd, showAskToWelcome, showOwnWelcome, showWelcoming } from "./organising/welcoming.routes.ts";
import type { Handler } from "./web.ts";

export type Route = {
  method: "GET" | "POST";
  path: string;
  handle: Handler;
  /** Uploads may be larger than the usual megabyte. */
  mostMegabytes?: number;
  /** Programs without our pages may post here: one-click unsubscribe by mail programs. */
  openToPrograms?: boolean;
};

type Extra = Pick<Route, "mostMegabytes" | "openToPrograms">;

const get = (path: string, handle: Handler): Route => ({ method: "GET", path, handle });
const post = (path: string, handle: Handler, extra: Extra = {}): Route => ({ method: "POST", path, handle, ...extra });

export const routes: Route[] = [
  // Home
  get("/", showHome),
  get("/terms", showTerms),
  get("/privacy", showPrivacy),

  get("/search", showSearch),

  // People and how they get in
  get("/sign-in", showSignIn),
  post("/sign-in", askForLink),
  get("/sign-in/sent", showLinkSent),
  get("/sign-in/help", showSignInHelp),
  get("/sign-in/:token", showLink),
  post("/sign-in/:token", openLink),
  get("/not-me/:token", showNotMe),
  post("/not-me/:token", postNotMe),
  post("/sign-out", signOut),
  post("/passkeys/challenge", postChallenge),
  post("/passkeys/sign-in", postPasskeySignIn),
  get("/first-run/:token", showFirstRun),
  post("/first-run/:token", postFirstRun),
  post("/first-run/:token/example", postExample),
  get("/welcome", showWelcome),
  post("/welcome", postWelcome),
  get("/settings", showSettings),
  get("/settings/profile", showProfile),
  post("/settings/profile", postProfile),
  post("/settings/handles", postHandle),
  post("/settings/photo", postPhoto, { mostMegabytes: 16 }),
  post("/settings/photo/removal", postPhotoRemoval),
  get("/photos/:key/:size", showPhoto),
  post("/settings/handles/known-by", postKnownBy),
  post("/settings/handles/:handle/removal", postHandleRemoval),
  post("/settings/handles/:handle/proof", postHandleProof),
  get("/settings/audiences", showAudiences),
  post("/settings/audiences", postAudiences),
  get("/settings/audiences/preview", showAudiencePreview),
  get("/settings/wishes", showWishes),
  post("/settings/wishes", postWishes),
  get("/settings/sign-in", showEntry),
  post("/settings/addresses", postAddress),
  get("/settings/addresses/:token", showNewAddress),
  post("/settings/addresses/:token", postNewAddress),
  post("/settings/addresses/:address/letters", postLetterAddress),
  post("/settings/addresses/:address/removal", postAddressRemoval),
  post("/settings/passkeys/challenge", postNewChallenge),
  post("/settings/passkeys", postPasskey),
  post("/settings/passkeys/:passkey/name", postPasskeyName),
  post("/settings/passkeys/:passkey/removal", postPasskeyRemoval),
  post("/settings/sessions/end", postOtherSessionsEnd),
  post("/settings/sessions/:session/end", postSessionEnd),
  get("/people", showPeople),
  get("/people/:person", showPerson),
  post("/people/:person/connection", postConnection),
  post("/people/:person/connection/acceptance", postAcceptance),
  post("/people/:person/connection/refusal", postRefusal),
  post("/people/:person/connection/withdrawal", postWithdrawal),
  post("/people/:person/connection/end", postConnectionEnd),
  get("/people/:person/hiding", showHiding),
  post("/people/:person/hiding", postHiding),
  post("/people/:person/hiding/end", postHidingEnd),
  get("/settings/hidden", showHidden),

  // Imports and exports of members; before the units, for an address below an organisation may also be a unit's
  get("/organisations/:org/import", showUpload),
  post("/organisations/:org/import", postUpload, { mostMegabytes: 82 }),
  get("/organisations/:org/list", showList),
  post("/organisations/:org/list/invitations", postListInvitations),
  post("/organisations/:org/list/removal", postListRemoval),
  get("/organisations/:org/export", showExport),
  get("/organisations/:org/:unit/import", showUpload),
  post("/organisations/:org/:unit/import", postUpload, { mostMegabytes: 82 }),
  get("/organisations/:org/:unit/list", showList),
  post("/organisations/:org/:unit/list/invitations", postListInvitations),
  post("/organisations/:org/:unit/list/removal", postListRemoval),
  get("/organisations/:org/:unit/export", showExport),
  get("/imports/:id", showImport),
  get("/imports/:id/columns", showColumns),
  post("/imports/:id/columns", postColumns),
  post("/imports/:id/confirmation", postConfirmation),
  post("/imports/:id/removal", postImportRemoval),
  get("/imports/:id/undoing", showUndoing),
  post("/imports/:id/undoing", postUndoing),
  get("/welcome/lists", showLists),
  post("/welcome/lists/:person", postList),
  get("/lists/:token", showListLetter),
  post("/lists/:token/joining", postLetterJoining),
  get("/lists/:token/erasure", showErasure),
  post("/lists/:token/erasure", postErasure, { openToPrograms: true }),

  // Organisations and units
  get("/organisations", showDirectory),
  get("/organisations/new", showNewOrganisation),
  post("/organisations/new", postNewOrganisation),
  get("/organisations/:org", showOrganisation),
  get("/organisations/:org/branch", showBranch),
  post("/organisations/:org/branch", postBranch),
  get("/organisations/:org/edit", showEditUnit),
  post("/organisations/:org/edit", postEditUnit),
  get("/organisations/:org/log", showUnitLog),
  get("/organisations/:org/conduct", showConduct),
  get("/organisations/:org/conduct/edit", showConductForm),
  post("/organisations/:org/conduct/edit", postConduct),
  get("/organisations/:org/units/new", showNewUnit),
  post("/organisations/:org/units/new", postNewUnit),
  get("/organisations/:org/joining", showJoining),
  post("/organisations/:org/joining", postJoining),
  post("/organisations/:org/joining/withdrawal", postJoiningWithdrawal),
  get("/organisations/:org/leaving", showLeaving),
  post("/organisations/:org/leaving", postLeaving),
  get("/organisations/:org/requests", showRequests),
  post("/organisations/:org/requests/:request", postRequestAnswer),
  get("/organisations/:org/organisers", showOrganisers),
  post("/organisations/:org/organisers", postOrganiser),
  post("/organisations/:org/organisers/removal", postOrganiserRemoval),
  get("/organisations/:org/members", showMembers),
  get("/organisations/:org/members/:person/removal", showMemberRemoval),
  post("/organisations/:org/members/:person/removal", postMemberRemoval),
  get("/organisations/:org/invitations", showInvitations),
  post("/organisations/:org/invitations", postInvitations),
  post("/organisations/:org/invitations/:invitation/withdrawal", postInvitationWithdrawal),
  // The same below a unit; the words above are never the name of one (RESERVED in organisations/unit.ts)
  get("/organisations/:org/:unit", showUnit),
  get("/organisations/:org/:unit/edit", showEditUnit),
  post("/organisations/:org/:unit/edit", postEditUnit),
  get("/organisations/:org/:unit/units/new", showNewUnit),
  post("/organisations/:org/:unit/units/new", postNewUnit),
  get("/organisations/:org/:unit/closing", showClosing),
  post("/organisations/:org/:unit/closing", postClosing),
  get("/organisations/:org/:unit/joining", showJoining),
  post("/organisations/:org/:unit/joining", postJoining),
  post("/organisations/:org/:unit/joining/withdrawal", postJoiningWithdrawal),
  get("/organisations/:org/:unit/leaving", showLeaving),
  post("/organisations/:org/:unit/leaving", postLeaving),
  get("/organisations/:org/:unit/requests", showRequests),
  post("/organisations/:org/:unit/requests/:request", postRequestAnswer),
  get("/organisations/:org/:unit/organisers", showOrganisers),
  post("/organisations/:org/:unit/organisers", postOrganiser),
  post("/organisations/:org/:unit/organisers/removal", postOrganiserRemoval),
  get("/organisations/:org/:unit/members", showMembers),
  post("/organisations/:org/:unit/members", postSeat),
  get("/organisations/:org/:unit/members/:person/removal", showMemberRemoval),
  post("/organisations/:org/:unit/members/:person/removal", postMemberRemoval),
  get("/organisations/:org/:unit/log", showUnitLog),
  get("/organisations/:org/:unit/invitations", showInvitations),
  post("/organisations/:org/:unit/invitations", postInvitations),
  post("/organisations/:org/:unit/invitations/:invitation/withdrawal", postInvitationWithdrawal),
  get("/invitations/:token", showInvitation),
  post("/invitations/:token/acceptance", postInvitationAcceptance),
  post("/invitations/:token/refusal", postInvitationRefusal),

  // Events
  get("/events", showComing),
  get("/events/past", showPast),
  get("/events/new", showNewEvent),
  post("/events", postNewEvent),
  get("/events/:id/edit", showEditEvent),
  post("/events/:id/edit", postEditEvent),
  get("/events/:id/publication", showPublication),
  post("/events/:id/publication", postPublication),
  get("/events/:id/cancellation", showCancellation),
  post("/events/:id/cancellation", postCancellation),
  get("/events/:id/postponement", showPostponement),
  post("/events/:id/postponement", postPostponement),
  post("/events/:id/postponement/end", postPostponementEnd),
  post("/events/:id/discarding", postDiscarding),
  get("/events/:id/history", showHistory),
  get("/events/:id/hosts", showHosts),
  post("/events/:id/hosts", postHost),
  get("/hostings/:id", showHosting),
  post("/hostings/:id/acceptance", postConsent),
  post("/hostings/:id/refusal", postHostRefusal),
  get("/hostings/:id/end", showSharingEnd),
  post("/hostings/:id/end", postSharingEnd),
  get("/events/:id/event.ics", showEventFile),
  get("/venues", showVenues),
  get("/venues/:id", showVenue),
  get("/venues/:id/edit", showEditVenue),
  post("/venues/:id/edit", postEditVenue),
  post("/venues/:id/confirmation", postVenueConfirmation),
  post("/venues/:id/offering", postVenueOffering),

  // Answers
  get("/events/:id", showEvent),
  get("/events/:id/answer", showAnswer),
  post("/events/:id/answer", postAnswer),
  post("/events/:id/kept-answer", postKeptAnswer),
  get("/events/:id/need", showNeed),
  post("/events/:id/need", postNeed),
  get("/events/:id/needs", showNeeds),
  post("/events/:id/needs/:person", postNeedAnswer),
  post("/events/:id/presence", postPresence),
  get("/events/:id/feedback", showFeedback),
  post("/events/:id/feedback", postFeedback),
  get("/events/:id/people", showPeopleComing),
  get("/events/:id/answering", showAnswering),
  post("/events/:id/answering", postAnswering),
  get("/events/:id/questions", showQuestions),
  post("/events/:id/questions", postQuestions),
  get("/events/:id/invitations", showEventInvitations),
  post("/events/:id/invitations", postEventInvitations),
  post("/events/:id/invitations/:invitation/withdrawal", postEventInvitationWithdrawal),
  get("/events/:id/answer/letter", showLetterForm),
  post("/events/:id/answer/letter", postLetterForm),
  get("/answers/:token", showAnswerLink),
  post("/answers/:token", postAnswerLink),
  post("/answers/:token/link", postFreshLink),
  post("/answers/:token/presence", postGuestPresence),
  post("/answers/:token/feedback", postGuestFeedback),
  get("/answers/:token/stop", showStop),
  post("/answers/:token/stop", postStop, { openToPrograms: true }),

  // Organising one event
  get("/events/:id/organise", showDesk),
  get("/events/:id/organise/people", showDeskPeople),
  get("/events/:id/organise/people/export", showDeskExport),
  get("/events/:id/letters", showCirculars),
  post("/events/:id/letters", postCircular),
  post("/events/:id/organise/people/:person/word", postOrganisersWord),
  get("/events/:id/afterwards", showAfterwards),
  post("/events/:id/afterwards", postAfterwards),
  get("/events/:id/duties", showDuties),
  post("/events/:id/duties", postDuty),
  post("/events/:id/duties/end", postDutyEnd),
  get("/events/:id/thanks", showThanks),
  post("/events/:id/thanks", postThanks),
  get("/events/:id/welcome", showOwnWelcome),
  post("/events/:id/welcome", postOwnWelcome),
  get("/events/:id/welcoming", showWelcoming),
  get("/events/:id/welcoming/:person", showAskToWelcome),
  post("/events/:id/welcoming/:person", postAskedToWelcome),
  post("/events/:id/welcoming/:person/end", postWelcomingEnd),

  // Conversations
  get("/messages", showMessages),
  get("/events/:id/conversation", showConversation),
  post("/events/:id/conversation", postMessage),
  get("/conversations/:id/stream", streamConversation),
  post("/conversations/:id/reading", postReading),
  get("/messages/:id/edit", showEdit),
  post("/messages/:id/edit", postEdit),
  get("/messages/:id/removal", showRemoval),
  post("/messages/:id/removal", postRemoval),

  // Announcements and what each wants to be told
  get("/settings/announcements", showAnnouncements),
  post("/settings/announcements", postAnnouncements),
  get("/settings/leaving", showYourData),
  post("/settings/leaving", postDeparture),
  post("/settings/leaving/staying", postStaying),
  get("/settings/leaving/everything.zip", showEverything),
  get("/unsubscribe/:token", showUnsubscribe),
  post("/unsubscribe/:token", postUnsubscribe, { openToPrograms: true }),

  // Safety: reports, what follows from them, and objecting
  get("/messages/:id/report", showMessageReport),
  post("/messages/:id/report", postMessageReport),
  get("/people/:person/report", showPersonReport),
  post("/people/:person/report", postPersonReport),
  get("/events/:id/report", showEventReport),
  post("/events/:id/report", postEventReport),
  get("/reports", showQueue),
  get("/reports/:report", showReport),
  post("/reports/:report", postReport),
  get("/sanctions/:sanction", showSanction),
  post("/sanctions/:sanction/end", postSanctionEnd),
  post("/sanctions/:sanction/answer", postAppealAnswer),
  get("/appeals/:token", showAppeal),
  post("/appeals/:token", postAppeal),

  // Administration
  get("/admin", showOverview),
  get("/admin/settings", showServerSettings),
  post("/admin/settings", postServerSettings),
  get("/admin/people/waiting", showWaiting),
  post("/admin/people/waiting/:request", postWaiting),
  get("/admin/people", showAccounts),
  get("/admin/people/:person", showAccount),
  post("/admin/people/:person/sessions/end", postSessionsEnd),
  post("/admin/people/:person/photo/removal", postTheirPhotoRemoval),
  get("/admin/people/:person/sanction", showAccountSanction),
  post("/admin/people/:person/sanction", postAccountSanction),
  get("/admin/people/:person/administrator", showAdministrator),
  post("/admin/people/:person/administrator", postAdministrator),
  get("/admin/organisations", showOrganisations),
  post("/admin/organisations/requests/:request", postFounding),
  get("/admin/organisations/:organisation/hand-over", showHandOver),
  post("/admin/organisations/:organisation/hand-over", postHandOver),
  get("/admin/announcements", showServerNews),
  post("/admin/announcements", postServerNews),
  post("/admin/announcements/:id/end", postServerNewsEnd),
  get("/admin/jobs", showFailedJobs),
  post("/admin/jobs/retry", postFailedRetry),
  get("/admin/jobs/drop", showDrop),
  post("/admin/jobs/drop", postDrop),
  get("/admin/log", showLog),
  get("/admin/letters", showOutbox),
  get("/admin/letters/:id", showLetter),
  post("/admin/letters/:id/retry", postRetry),
];

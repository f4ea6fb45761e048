import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { eventCrumbs } from "../events/event-crumbs.ts";
import { organisersTabs } from "../events/event-tabs.parts.ts";
import { personUrl } from "../people/person.ts";
import type { Row } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import type { FormState } from "../platform/http/form.ts";
import { button, postButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import type { invitationsOf, membersToInvite } from "./event-invitation.sql.ts";

type Sent = Row<(typeof invitationsOf)["columns"]>;
type Member = Row<(typeof membersToInvite)["columns"]>;

export type InvitationsProps = {
  event: Event;
  sent: readonly Sent[];
  /** Null when it is over or off */
  finder: { q: string; members: readonly Member[] } | null;
  state?: FormState | undefined;
};

export function eventInvitationsPage(view: View, { event, sent, finder, state }: InvitationsProps): Html {
  const { t } = view;
  const field = fields(view, state);
  const action = `${eventUrl(event.id)}/invitations`;
  const words = html`<form class="stack gap-5 form" method="post" action="${action}" novalidate>
${field.area({ name: "addresses", label: t("organisations.addresses"), hint: t("organisations.addressesHint"), rows: 3, required: true, maxlength: 20_000 })}
${field.area({ name: "note", label: t("organisations.inviteNote"), hint: t("organisations.inviteNoteHint"), rows: 2, maxlength: 1000 })}
<div>${button({ words: t("invited.send"), mark: "send" })}</div><p class="soft">${t("invited.next")}</p></form>`;
  return page(
    view,
    { title: `${t("invited.title")}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("invited.title")), unlisted: true },
    html`<div class="stack gap-5">${organisersTabs(view, event)}${field.summary()}<div class="sections">
<header class="stack gap-3"><h1>${unbroken(t("invited.heading", { title: event.title }))}</h1><p class="lede">${t("invited.lede", { audience: event.audience })}</p></header>
${finder ? section("members", t("invited.byName"), byName(view, action, finder)) : ""}
${finder ? section("addresses", t("invited.byAddress"), words) : ""}
${section("sent", t("invited.sent"), sent.length > 0 ? html`<div class="stack">${ruledList("pairs", sent.map((one) => row(view, event, one)))}<p class="soft small">${t("invited.noIsPrivate")}</p></div>` : html`<p class="soft">${t("invited.none")}</p>`, { count: sent.length || null })}
</div></div>`,
  );
}

function byName(view: View, action: string, { q, members }: NonNullable<InvitationsProps["finder"]>): Html {
  const { t } = view;
  const rows = members.slice(0, 20).map((person) => [
    who({ ...person, href: personUrl(person.personId) }),
    person.hasAnswered ? tag(t("invited.hasAnswered")) : person.isInvited ? tag(t("invited.isInvited")) : postButton(action, { words: t("invited.invite"), about: person.name }, { person: person.personId, q }),
  ]);
  const found = rows.length > 0 ? html`${ruledList("pairs", rows)}${members.length > 20 ? html`<p class="soft">${t("invited.more")}</p>` : ""}` : q ? html`<p>${t("invited.nobody", { q })}</p>` : "";
  return html`<div class="stack">${search(view, { action, label: t("invited.find"), hint: t("invited.findHint"), value: q })}${found}</div>`;
}

function row(view: View, event: Event, { id, name, lang, address, invitedAt, invitedBy, answer }: Sent): Html[] {
  const { t } = view;
  const facts = { date: times(view, event.zone).date(invitedAt), by: invitedBy ?? t("organisations.someone") };
  const whom = name ? html`<b><bdi${lang ? html` lang="${lang}"` : ""}>${name}</bdi></b>` : html`<b class="handle"><bdi>${address}</bdi></b>`;
  return [
    html`${whom}<p class="soft">${t("organisations.invitedOn", facts)}</p>`,
    answer ? tag(t(BECAME[answer]), answer === "going" ? "yes" : undefined) : html`<div class="row"><span class="soft">${t("invited.waiting")}</span>${postButton(`${eventUrl(event.id)}/invitations/${id}/withdrawal`, { words: t("organisations.withdrawInvitation"), about: name ?? address ?? "" })}</div>`,
  ];
}

const BECAME = { going: "events.going", maybe: "events.maybe", waitlisted: "events.waiting", asked: "events.askedFor" } as const;

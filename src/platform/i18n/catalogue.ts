/**
 * Every word of every page, by key. A key is written out in full in its file (`"events.publish": "..."` in
 * events.json), so that searching for it finds both the words and the pages that say them.
 */
import admin from "../../../messages/en-GB/admin.json" with { type: "json" };
import answering from "../../../messages/en-GB/answering.json" with { type: "json" };
import afterwards from "../../../messages/en-GB/afterwards.json" with { type: "json" };
import attendance from "../../../messages/en-GB/attendance.json" with { type: "json" };
import conduct from "../../../messages/en-GB/conduct.json" with { type: "json" };
import circulars from "../../../messages/en-GB/circulars.json" with { type: "json" };
import conversations from "../../../messages/en-GB/conversations.json" with { type: "json" };
import errors from "../../../messages/en-GB/errors.json" with { type: "json" };
import events from "../../../messages/en-GB/events.json" with { type: "json" };
import guests from "../../../messages/en-GB/guests.json" with { type: "json" };
import history from "../../../messages/en-GB/history.json" with { type: "json" };
import home from "../../../messages/en-GB/home.json" with { type: "json" };
import hosts from "../../../messages/en-GB/hosts.json" with { type: "json" };
import imports from "../../../messages/en-GB/imports.json" with { type: "json" };
import invited from "../../../messages/en-GB/invited.json" with { type: "json" };
import leaving from "../../../messages/en-GB/leaving.json" with { type: "json" };
import letters from "../../../messages/en-GB/letters.json" with { type: "json" };
import moves from "../../../messages/en-GB/moves.json" with { type: "json" };
import needs from "../../../messages/en-GB/needs.json" with { type: "json" };
import notifications from "../../../messages/en-GB/notifications.json" with { type: "json" };
import organisations from "../../../messages/en-GB/organisations.json" with { type: "json" };
import organising from "../../../messages/en-GB/organising.json" with { type: "json" };
import people from "../../../messages/en-GB/people.json" with { type: "json" };
import privacy from "../../../messages/en-GB/privacy.json" with { type: "json" };
import questions from "../../../messages/en-GB/questions.json" with { type: "json" };
import safety from "../../../messages/en-GB/safety.json" with { type: "json" };
import search from "../../../messages/en-GB/search.json" with { type: "json" };
import ui from "../../../messages/en-GB/ui.json" with { type: "json" };
import venues from "../../../messages/en-GB/venues.json" with { type: "json" };
import welcoming from "../../../messages/en-GB/welcoming.json" with { type: "json" };

export const english = {
  ...admin,
  ...answering,
  ...afterwards,
  ...attendance,
  ...conduct,
  ...circulars,
  ...conversations,
  ...errors,
  ...events,
  ...guests,
  ...history,
  ...home,
  ...hosts,
  ...imports,
  ...invited,
  ...leaving,
  ...letters,
  ...moves,
  ...needs,
  ...notifications,
  ...organisations,
  ...organising,
  ...people,
  ...privacy,
  ...questions,
  ...safety,
  ...search,
  ...ui,
  ...venues,
  ...welcoming,
};

export type MessageKey = keyof typeof english;

/** What is found, row by row. */
import type { Row as Columns } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { eventUrl } from "../events/event.ts";
import { unitUrl } from "../organisations/unit.ts";
import { personUrl } from "../people/person.ts";
import { code } from "../ui/code.ts";
import { face } from "../ui/face.ts";
import { handle } from "../ui/handle.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { mode } from "../ui/mode.ts";
import { tag } from "../ui/tag.ts";
import { ruledList, timetable } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import type { eventsShown } from "./events-found.sql.ts";
import { highlighted } from "./highlight.ts";
import type { peopleShown } from "./people-found.sql.ts";
import type { Words } from "./search.ts";
import type { unitsShown } from "./units-found.sql.ts";

export type EventRow = Columns<(typeof eventsShown)["columns"]>;
export type PersonRow = Columns<(typeof peopleShown)["columns"]>;
export type UnitRow = Columns<(typeof unitsShown)["columns"]> & { isMine: boolean };

const lit = (text: string, words: Words): Html => html`${highlighted(text, words).map((piece) => (piece.isFound ? html`<mark>${piece.text}</mark>` : piece.text))}`;
const isLit = (text: string, words: Words): boolean => highlighted(text, words).some((piece) => piece.isFound);

export function eventRows(view: View, rows: readonly EventRow[], words: Words): Html {
  return timetable(
    rows.map((event) => {
      const say = times(view, event.zone);
      const isOver = Temporal.Instant.compare(event.endsAt, view.now) <= 0;
      return {
        ...(event.isPostponed ? { day: view.t("moves.toFollow"), clock: say.shortDay(event.startsAt), isGone: true } : { day: say.shortDay(event.startsAt), clock: say.clock(event.startsAt) }),
        at: event.startsAt,
        title: event.title,
        shown: lit(event.title, words),
        href: eventUrl(event.id),
        codes: [event, ...event.otherCodes],
        meta: [
          ...(event.unitKind === "organisation" ? [] : [lit(event.unitName, words)]),
          ...(event.inARoom || event.online ? [mode(view, { inARoom: event.inARoom, online: event.online, place: event.venueArea || null })] : []),
        ],
        status: event.isPostponed ? tag(view.t("moves.tagPostponed")) : event.cancelledAt ? tag(view.t("search.cancelled"), "signal") : isOver ? html`<span class="soft small">${view.t("search.past", { date: say.date(event.startsAt) })}</span>` : null,
        more: isLit(event.summary, words) && !isLit(event.title, words) ? lit(event.summary, words) : null,
      };
    }),
  );
}

export function personRows(view: View, rows: readonly PersonRow[], words: Words): Html {
  const { t } = view;
  return ruledList(
    "pairs",
    rows.map((person) => {
      const name = html`<bdi${person.nameLang ? html` lang="${person.nameLang}"` : ""}>${lit(person.name, words)}</bdi>`;
      const under = [
        person.latinName ? html`<bdi>${lit(person.latinName, words)}</bdi>` : null,
        person.knownBy ? (isLit(person.knownBy, words) ? html`<bdi>${lit(person.knownBy, words)}</bdi>` : handle(person.knownBy)) : null,
      ].filter((each) => each !== null);
      return [
        html`<div class="who">${face(person)}<div><b><a href="${personUrl(person.id)}">${name}</a></b>${under.map((each) => html`<div class="handle">${each}</div>`)}<p class="meta">${person.shared.map((each) => html`${code(each)} `)}</p></div></div>`,
        person.id === view.me?.personId ? tag(t("search.you")) : !person.isClaimed ? tag(t("search.onList")) : person.isConnected ? tag(t("search.connected"), "yes", "check") : "",
      ];
    }),
  );
}

export function unitRows(view: View, rows: readonly UnitRow[], words: Words): Html {
  const { t } = view;
  return ruledList(
    "pairs",
    rows.map((unit) => {
      const kind = t(`search.kindOf.${unit.kind}`);
      const meta = [unit.kind === "organisation" ? kind : t("search.unitOf", { kind, organisation: unit.organisationName }), ...(unit.area ? [lit(unit.area, words)] : [])];
      return [
        html`<div class="what"><h3>${code(unit)} <a href="${unitUrl(unit)}">${lit(unit.name, words)}</a></h3>${unit.summary ? html`<p>${lit(unit.summary, words)}</p>` : ""}<p class="meta">${meta.map((each) => html`<span>${each}</span> `)}</p></div>`,
        unit.isMine ? tag(t("search.mine"), "yes", "check") : "",
      ];
    }),
  );
}

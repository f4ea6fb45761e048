/** What is known about a place, and what was done to it. */
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { factList } from "../ui/facts.ts";
import { html, type Html } from "../ui/html.ts";
import { ruledList } from "../ui/timetable.ts";
import type { Row as Columns } from "../platform/db/columns.ts";
import type { View } from "../ui/view.ts";
import type { SeenVenue, venueChanges } from "./venue-seen.sql.ts";

/** Here what nobody has said is said too: some people cannot come before they know. */
export function accessFacts(view: View, venue: SeenVenue): Html {
  const { t } = view;
  const rows: readonly [MessageKey, string][] = [
    ["attendance.stepFree", venue.stepFree],
    ["venues.lift", venue.liftCm === null ? "" : t("venues.liftWide", { cm: venue.liftCm })],
    ["attendance.hearing", venue.hearing],
    ["attendance.quietRoom", venue.quietRoom],
    ["attendance.toilets", venue.toilets],
    ["attendance.transport", venue.transport],
  ];
  const door = venue.directions ? [{ term: t("attendance.theDoor"), words: html`<bdi>${venue.directions}</bdi>` }] : [];
  return factList([...door, ...rows.map(([term, words]) => ({ term: t(term), words: words ? html`<bdi>${words}</bdi>` : html`<span class="soft">${t("venues.notSaid")}</span>` }))]);
}

/** "Confirmed by Gwen Prydderch on 25 June" */
export function confirmedWords(view: View, { confirmedOn, confirmedBy }: SeenVenue): string {
  if (!confirmedOn) return view.t("venues.neverConfirmed");
  const date = times(view).date(confirmedOn);
  return confirmedBy ? view.t("venues.confirmedBy", { name: confirmedBy, date }) : view.t("venues.confirmed", { date });
}

export function whatChanged(view: View, changes: readonly Columns<(typeof venueChanges)["columns"]>[]): Html {
  const { t } = view;
  const say = times(view);
  return ruledList(
    "pairs",
    changes.map(({ kind, fields, by, at }) => {
      const names = fields.flatMap((field) => (FIELDS[field] ? [t(FIELDS[field])] : []));
      const words = kind === "venue.changed" && names.length > 0 ? t("venues.did.changedFields", { fields: say.list(names) }) : t(DID[kind]);
      return [html`<h3>${words}</h3><p class="soft"><bdi>${by ?? t("venues.somebody")}</bdi></p>`, html`<time class="soft" datetime="${at.toString()}">${say.recently(at)}</time>`];
    }),
  );
}

const DID = {
  "venue.added": "venues.did.added",
  "venue.changed": "venues.did.changed",
  "venue.confirmed": "venues.did.confirmed",
  "venue.offered": "venues.did.offered",
  "venue.kept": "venues.did.kept",
} as const;

const FIELDS: Record<string, MessageKey> = {
  name: "events.venueName", address: "events.venueAddress", area: "events.venueArea", directions: "events.directions", stepFree: "events.stepFree",
  liftCm: "events.lift", hearing: "events.hearing", quietRoom: "events.quietRoom", toilets: "events.toilets", transport: "events.transport",
};

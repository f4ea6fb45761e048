/** An event as a line in somebody's calendar. */
import { ics } from "../calendar/ics.ts";
import { STRANGER } from "../organisations/event-audience.ts";
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import type { Event } from "./event.ts";
import { eventUrl, isBefore } from "./event.ts";
import { asSeenBy, placeLine } from "./place.ts";

/** What is theirs alone: where they change their answer if not on the event's page, a flying visit's own times, and the link that only those who come are shown. */
export type OwnVisit = { fromAt?: Temporal.Instant | null; untilAt?: Temporal.Instant | null; isComing?: boolean; isMaybe?: boolean; isOrganiser?: boolean; isOnline?: boolean; guests?: number; page?: string | undefined };

/** The event's .ics, METHOD:PUBLISH. Without `own` it is the public part. `setting.zone` does not matter: the event's own is used. */
export function icsFor(given: Event, site: { baseUrl: string }, setting: Setting, own: OwnVisit = {}): string {
  const { t } = setting;
  const event = asSeenBy(given, { ...STRANGER, answer: own.isComing ? "going" : null, isOrganiser: own.isOrganiser ?? false });
  const say = times(setting, event.zone);
  const url = own.page ?? `${site.baseUrl}${eventUrl(event.id)}`;
  // Whoever comes online is not sent to the door.
  const place = own.isOnline && event.onlineUrl ? null : placeLine(event);
  const link = own.isComing ? event.onlineUrl : null;
  const description = [
    event.isPostponed ? t("moves.entryPostponed") : event.cancelledAt && t("events.entryCancelled"),
    event.cancelledReason,
    event.summary,
    event.coHosts.length > 0 && t("events.entryHosts", { hosts: say.list([event.unitName, ...event.coHosts.map(({ name }) => name)]) }),
    event.doorsAt && t("events.entryDoors", { time: say.clock(event.doorsAt) }),
    place && event.directions,
    own.guests ? t("answering.bringsGuests", { count: own.guests }) : null,
    link && t("events.entryLink", { link }),
    t("events.entryPage", { url }),
  ];
  const visit = ownTimes(event, own);
  return ics({
    uid: `${event.id}@${new URL(site.baseUrl).hostname}`,
    sequence: event.sequence,
    title: event.title,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    createdAt: event.createdAt,
    updatedAt: event.updatedAt,
    location: place ?? link ?? t("ui.online"),
    description: description.filter(Boolean).join("\n\n"),
    url,
    // RFC 5545 knows no "postponed" (schema.org does: EventPostponed). TENTATIVE would keep an evening that is certainly not this one, so it goes; the
    // same UID with a higher SEQUENCE puts it back on its new date.
    status: event.cancelledAt ? "cancelled" : own.isMaybe ? "tentative" : "confirmed",
  });
}

/** A flying visit's times count only within the event: it may have moved since they were given. */
function ownTimes(event: Event, { fromAt, untilAt }: OwnVisit): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const isWithin = (at: Temporal.Instant) => !isBefore(at, event.startsAt) && !isBefore(event.endsAt, at);
  const startsAt = fromAt && isWithin(fromAt) ? fromAt : event.startsAt;
  const endsAt = untilAt && isWithin(untilAt) && isBefore(startsAt, untilAt) ? untilAt : event.endsAt;
  return isBefore(startsAt, endsAt) ? { startsAt, endsAt } : { startsAt: event.startsAt, endsAt: event.endsAt };
}

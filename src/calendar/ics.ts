/**
 * iCalendar (RFC 5545) for gatherings. METHOD:PUBLISH and no ATTENDEE: mail programs would show answer buttons that nobody reads. Times go out
 * in UTC: a single gathering is an instant for everybody, and no calendar has to understand our time zones.
 */
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, default as ical, type ICalEventData } from "ical-generator";

export type CalendarEntry = {
  /** The same for ever: this is how calendars know it again. */
  uid: string;
  sequence: number;
  title: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  location: string | null;
  description: string;
  url: string;
  status: "confirmed" | "tentative" | "cancelled";
};

const STATUS = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED };

export function ics(...entries: readonly CalendarEntry[]): string {
  const calendar = ical({ prodId: { company: "Branchline", product: "Branchline", language: "EN" }, method: ICalCalendarMethod.PUBLISH });
  for (const entry of entries) calendar.createEvent(asEvent(entry));
  return `${calendar.toString()}\r\n`; // the last line ends too (3.1)
}

function asEvent(entry: CalendarEntry): ICalEventData {
  return {
    id: entry.uid,
    sequence: entry.sequence,
    summary: entry.title,
    start: date(entry.startsAt),
    end: date(entry.endsAt),
    stamp: date(entry.updatedAt),
    created: date(entry.createdAt),
    lastModified: date(entry.updatedAt),
    ...(entry.location ? { location: entry.location } : {}),
    description: entry.description,
    url: entry.url,
    status: STATUS[entry.status],
    // A meet-up that is off takes up nobody's evening.
    transparency: entry.status === "cancelled" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

function date(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}

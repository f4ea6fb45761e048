/** When an event is, in words: in its own zone, and what that is for somebody elsewhere. */
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";

type Dated = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string; isPostponed?: boolean };

/** "Thursday 9 July, 17:30 to 21:00"; over several days as times says it. Of what is postponed the date is only what it was. */
export function whenLine(setting: Setting, { startsAt, endsAt, zone, isPostponed }: Dated): string {
  const say = times(setting, zone);
  if (isPostponed) return setting.t("moves.dateToFollow", { date: say.day(startsAt) });
  return dayIn(startsAt, zone).equals(dayIn(endsAt, zone)) ? `${say.day(startsAt)}, ${say.span(startsAt, endsAt)}` : say.span(startsAt, endsAt);
}

/** For somebody whose clock shows another time just then; null where it does not. */
export function elsewhere(setting: Setting, { startsAt, zone, isPostponed }: Pick<Dated, "startsAt" | "zone" | "isPostponed">): string | null {
  if (isPostponed || sameClock(startsAt, zone, setting.zone)) return null;
  return setting.t("events.elsewhere", { zone: city(zone), yours: times(setting).moment(startsAt), yourZone: city(setting.zone) });
}

function sameClock(at: Temporal.Instant, a: string, b: string): boolean {
  return a === b || at.toZonedDateTimeISO(a).offsetNanoseconds === at.toZonedDateTimeISO(b).offsetNanoseconds;
}

function dayIn(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** "America/New_York" -> "New York" */
function city(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}

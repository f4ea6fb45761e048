/** All dates of the example network count from the Monday of one week, in London. */
import { createHash } from "node:crypto";

const ZONE = "Europe/London";

export type Almanac = {
  readonly now: Temporal.Instant;
  readonly monday: Temporal.PlainDate;
  /** `at(3, "17:30")` is Thursday at half past five of that week. */
  at(days: number, time: string): Temporal.Instant;
  on(days: number): Temporal.PlainDate;
  /** "Summer" in July. */
  readonly season: "Spring" | "Summer" | "Autumn" | "Winter";
};

export function almanac(now: Temporal.Instant): Almanac {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return {
    now,
    monday,
    at: (days, time) => monday.add({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) }).toInstant(),
    on: (days) => monday.add({ days }),
    season: (["Winter", "Spring", "Summer", "Autumn"] as const)[Math.floor((monday.month % 12) / 3)]!,
  };
}

/** An id that sorts by time, as the ids of messages must, and is the same each time. */
export function idAt(at: Temporal.Instant, name: string): string {
  const time = at.epochMilliseconds.toString(16).padStart(12, "0");
  const hash = createHash("sha256").update(name).digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-a${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

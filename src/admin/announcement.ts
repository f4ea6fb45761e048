/** A few words from those who run the server, above every page until a moment that they name. */
import { z } from "zod";

/** More of them would push every page down. */
export const MOST_STANDING = 5;

const MOST_WORDS = 400;
const LONGEST_DAYS = 366;

export type NewAnnouncement = { readonly words: string; readonly untilAt: Temporal.Instant; readonly byLetter: boolean };

/** `until` is a date and a time on the writer's clock: "2026-07-09T18:00". */
export function announcementForm({ zone, now }: { zone: string; now: Temporal.Instant }): z.ZodType<NewAnnouncement> {
  return z
    .object({
      words: z
        .string()
        .default("")
        .transform((text) => text.replace(/\s+/g, " "))
        .pipe(z.string().min(1, "admin.announcements.wordsMissing").max(MOST_WORDS, "admin.announcements.wordsTooLong")),
      until: z.string().transform((text, faults) => {
        const at = instantOf(text, zone);
        if (at && at.since(now).total("minutes") > 0 && at.since(now).total("hours") <= LONGEST_DAYS * 24) return at;
        faults.addIssue({ code: "custom", message: at ? "admin.announcements.untilWrong" : "admin.announcements.untilMissing" });
        return z.NEVER;
      }),
      letter: z.literal("yes").optional(),
    })
    .transform(({ words, until, letter }) => ({ words, untilAt: until, byLetter: letter === "yes" }));
}

/** In the hour that comes twice or never, the later moment: a line that stands an hour longer does no harm. */
function instantOf(text: string, zone: string): Temporal.Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(zone, { disambiguation: "later" }).toInstant();
  } catch {
    return null;
  }
}

/** A week from today, at six in the evening. */
export function usualEnd(now: Temporal.Instant, zone: string): { untilDate: string; untilTime: string } {
  return { untilDate: now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 7 }).toString(), untilTime: "18:00" };
}

/** What somebody who comes needs, told to the organisers of the event alone. */
import { z } from "zod";

export const outcomes = ["arranged", "cannot", "question"] as const;
export type Outcome = (typeof outcomes)[number];

export type Need = {
  readonly words: string;
  readonly answerBy: Temporal.PlainDate;
  /** Null until the organisers have answered, and again once the words have changed */
  readonly outcome: Outcome | null;
  readonly reply: string;
};

/** Four weeks after the event it is erased: thanks and complaints are over by then. */
export const DAYS_AFTER = 28;

const DAYS_TO_ANSWER = 7;
/** So that whoever hears "we cannot" can still decide. */
const DAYS_BEFORE = 2;

/** Within a week, and two days before the event where that is still possible; never before it was told, never after the event began. */
export function answerBy(toldOn: Temporal.PlainDate, startsOn: Temporal.PlainDate): Temporal.PlainDate {
  const dates = [toldOn.add({ days: DAYS_TO_ANSWER }), startsOn.subtract({ days: DAYS_BEFORE })];
  const wanted = dates.reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b));
  return Temporal.PlainDate.compare(wanted, toldOn) < 0 ? toldOn : wanted;
}

export const needForm = z.object({ words: z.string().max(2000, "needs.wordsTooLong").default("").transform((text) => text.trim()) });

export const needAnswerForm = z
  .object({ outcome: z.enum(outcomes, "needs.outcomeMissing"), reply: z.string().max(2000, "needs.wordsTooLong").default("").transform((text) => text.trim()) })
  .refine(({ outcome, reply }) => outcome === "arranged" || reply !== "", { path: ["reply"], message: "needs.replyMissing" });

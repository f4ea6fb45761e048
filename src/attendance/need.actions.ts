/**
 * Telling organisers what one needs, and answering. Unlike everything else this is not recorded: the log outlives what is erased here after four
 * weeks, and that somebody needs something is already too much to keep. So the jobs are queued without a change.
 */
import { eventById } from "../events/event.sql.ts";
import { eventState } from "../events/event.ts";
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { answerBy } from "./need.ts";
import type { Outcome } from "./need.ts";
import { answerNeed, needOf, takeBackNeed, tellNeed } from "./need.sql.ts";

type TellOutcome = { kind: "told"; answerBy: Temporal.PlainDate } | { kind: "same" | "taken-back" | "not-found" };

/** No words take back what was said. Only whoever comes tells; anybody takes back their own. */
export async function sayNeed(house: House, by: Viewer, eventId: string, words: string): Promise<TellOutcome> {
  return house.db.transaction(async (tx) => {
    const now = house.clock.now();
    const event = await eventById.maybe(tx, eventId);
    if (!event) return { kind: "not-found" };
    if (words === "") return (await takeBackNeed.run(tx, eventId, by.personId)) > 0 ? { kind: "taken-back" } : { kind: "same" };
    const state = eventState(event, now);
    if (state !== "coming" && state !== "on") return { kind: "not-found" };
    const on = (at: Temporal.Instant) => at.toZonedDateTimeISO(event.zone).toPlainDate();
    const day = answerBy(on(now), on(event.startsAt));
    if ((await tellNeed.run(tx, eventId, by.personId, words, day, now)) === 0) return (await needOf.maybe(tx, eventId, by.personId)) ? { kind: "same" } : { kind: "not-found" };
    await enqueue(tx, "tell-of-need", { eventId, personId: by.personId }, { key: `tell-of-need:${eventId}` });
    return { kind: "told", answerBy: day };
  });
}

export async function answerToNeed(house: House, by: Viewer, eventId: string, personId: string, answer: { outcome: Outcome; reply: string }): Promise<{ kind: "answered" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const event = await eventById.maybe(tx, eventId);
    if (!event || !mayOrganise(by, event.hostPath)) return { kind: "not-found" };
    if ((await answerNeed.run(tx, eventId, personId, answer.outcome, answer.reply, by.personId, house.clock.now())) === 0) return { kind: "not-found" };
    await enqueue(tx, "tell-of-need-answer", { eventId, personId }, { key: `tell-of-need-answer:${eventId}:${personId}` });
    return { kind: "answered" };
  });
}

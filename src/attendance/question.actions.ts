/**
 * What organisers ask, and what people answer. An answer is not recorded: the log outlives what is erased here after four weeks. That the
 * questions changed is.
 */
import { eventForUpdate } from "../events/event.sql.ts";
import { isBefore } from "../events/event.ts";
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import type { Draft } from "./question-form.ts";
import { countQuestions, deleteQuestion, insertQuestion, questionsAnswered, requireQuestion, saveSaying, stopQuestion, takeBackSaying, updateQuestion } from "./question.sql.ts";
import { MOST_KEPT, MOST_QUESTIONS } from "./question.ts";
import type { Saying } from "./question.ts";

export type QuestionsOutcome =
  | { kind: "not-found" | "over" }
  /** Somebody answered while the form was open, so that question stays as they read it. */
  | { kind: "answered-meanwhile" }
  /** With those whose answers are still kept. */
  | { kind: "too-many" }
  | { kind: "settled"; changed: boolean; stopped: number };

/** Nothing that was answered is lost by it: a question with answers is asked as it was, or no more. The event's lock keeps answers out meanwhile. */
export async function settleQuestions(house: House, by: Viewer, eventId: string, drafts: readonly Draft[]): Promise<QuestionsOutcome> {
  const at = house.clock.now();
  return house.db.transaction(async (tx) => {
    const event = await eventForUpdate.maybe(tx, eventId);
    if (!event || !mayOrganise(by, event.hostPath)) return { kind: "not-found" };
    if (event.cancelledAt || !isBefore(at, event.endsAt)) return { kind: "over" };
    const before = await questionsAnswered.many(tx, eventId);
    const asked = before.filter(({ isStopped }) => !isStopped);
    const old = new Map(asked.map((question) => [question.id, question]));
    const draftOf = (id: string) => drafts.find((draft) => draft.id === id);
    const isKept = (id: string) => old.get(id)!.answered > 0;
    // A draft without words belongs to a question that had answers when the form was read; one with words to one that had none.
    if (asked.some(({ id }) => isKept(id) && (draftOf(id)?.words ?? "x") !== "")) return { kind: "answered-meanwhile" };
    const added = drafts.filter(({ id, words }) => (id === null || !old.has(id)) && words !== "");
    const gone = asked.filter(({ id }) => !isKept(id) && !draftOf(id));
    if (asked.length - gone.length + added.length > MOST_QUESTIONS || before.length - gone.length + added.length > MOST_KEPT) return { kind: "too-many" };

    let touched = 0;
    let stopped = 0;
    for (const { id } of gone) touched += await deleteQuestion.run(tx, id);
    for (const { id } of asked) {
      const draft = draftOf(id);
      if (!draft) continue;
      if (!isKept(id) && draft.words !== "") touched += await updateQuestion.run(tx, id, draft);
      else if (!isKept(id) && draft.stops) touched += await deleteQuestion.run(tx, id);
      else if (draft.stops) stopped += await stopQuestion.run(tx, id, at);
      else touched += await requireQuestion.run(tx, id, draft.isRequired);
    }
    for (const draft of added) touched += await insertQuestion.run(tx, eventId, draft);
    if (touched + stopped === 0) return { kind: "settled", changed: false, stopped };
    await countQuestions.run(tx, eventId);
    await record(tx, { kind: "event.changed", at, by: by.personId, unitId: event.unitId, eventId, fields: ["questions"] });
    return { kind: "settled", changed: true, stopped };
  });
}

/** In the transaction of the answer that they belong to; how many of them are new. */
export async function keepSayings(tx: Tx, eventId: string, personId: string, sayings: readonly Saying[], at: Temporal.Instant): Promise<number> {
  let touched = 0;
  for (const { questionId, said } of sayings) touched += said.length > 0 ? await saveSaying.run(tx, eventId, personId, questionId, said, at) : await takeBackSaying.run(tx, eventId, personId, questionId);
  return touched;
}

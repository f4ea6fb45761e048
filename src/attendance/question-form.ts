/** The organisers' form of three questions, each in a place of its own: what it holds, and what it asks for. */
import type { FormState } from "../platform/http/form.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { isId } from "../platform/ids.ts";
import { LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS, MOST_QUESTIONS, questionKinds } from "./question.ts";
import type { Question } from "./question.ts";

/** The places of the form. */
export const SLOTS = [...Array(MOST_QUESTIONS).keys()].map((i) => String(i + 1));

/** Of a question that somebody has answered, only whether it must be answered and whether it is still asked is the organisers' to say. */
export type Draft = Omit<Question, "id"> & { readonly id: string | null; readonly stops: boolean };

type Values = FormState["values"];

export function typedQuestions(questions: readonly Question[]): FormState {
  const values: Values = {};
  for (const [i, slot] of SLOTS.entries()) {
    const question = questions[i];
    values[`kind${slot}`] = question?.kind ?? "";
    if (!question) continue;
    Object.assign(values, { [`id${slot}`]: question.id, [`words${slot}`]: question.words, [`purpose${slot}`]: question.purpose, [`options${slot}`]: question.options.join("\n"), [`required${slot}`]: question.isRequired ? "yes" : "" });
  }
  return { values, errors: {} };
}

/** `answered`: the ids of questions that stay as they were read; of them the form sends only its boxes. */
export function readQuestions(values: Values, answered: ReadonlySet<string>, t: Translate): { drafts: Draft[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const drafts = SLOTS.flatMap((slot): Draft[] => {
    const typed = (name: string) => String([values[name + slot] ?? ""].flat()[0]).trim();
    const id = isId(typed("id")) ? typed("id") : null;
    const rest = { id, isRequired: typed("required") === "yes", stops: typed("stop") === "yes" };
    if (id && answered.has(id)) return [{ ...rest, kind: "text", words: "", purpose: "", options: [] }];
    const kind = questionKinds.find((one) => one === typed("kind"));
    if (!kind) {
      // One that is there already is taken away by "Not asked"; of a new one it was forgotten.
      if (!id && typed("words")) fault(`kind${slot}`, t("questions.kindMissing"));
      return [];
    }
    const words = text(slot, "words", typed("words"), t("questions.wordsMissing"));
    const purpose = text(slot, "purpose", typed("purpose"), t("questions.purposeMissing"));
    return [{ ...rest, stops: false, kind, words, purpose, options: kind === "text" ? [] : optionsIn(slot, typed("options")) }];
  });
  return { drafts, errors };

  function fault(name: string, words: string): void {
    errors[name] ??= words;
  }

  function text(slot: string, name: string, typed: string, missing: string): string {
    if (typed === "") fault(name + slot, missing);
    else if (typed.length > LONGEST_QUESTION) fault(name + slot, t("questions.tooLong", { most: LONGEST_QUESTION }));
    return typed;
  }

  function optionsIn(slot: string, typed: string): string[] {
    const options = [...new Set(typed.split("\n").map((line) => line.trim()).filter(Boolean))];
    if (options.length < 2 || options.length > MOST_OPTIONS) fault(`options${slot}`, t("questions.optionsWrong", { most: MOST_OPTIONS }));
    else if (options.some((option) => option.length > LONGEST_OPTION)) fault(`options${slot}`, t("questions.optionLong", { most: LONGEST_OPTION }));
    return options;
  }
}

/** Whether a place of the form holds anything: an empty one is folded away. */
export function isFilled(state: FormState, slot: string): boolean {
  const { values, errors } = state;
  return Boolean(values[`kind${slot}`] || values[`words${slot}`]) || Object.keys(errors).some((name) => name.endsWith(slot));
}

/** What organisers ask of whoever comes: at most three questions, each with what the answers are for. */
import type { Translate } from "../platform/i18n/translate.ts";

export const questionKinds = ["text", "one", "many"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export type Question = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly words: string;
  /** "So that we can book the right number of chairs" */
  readonly purpose: string;
  /** None for a question that is answered in words */
  readonly options: readonly string[];
  readonly isRequired: boolean;
};

/** With what one person has answered; null for nothing. */
export type OwnQuestion = Question & { readonly said: readonly string[] | null };

/** What somebody says to one question; nothing takes back what they had said. */
export type Saying = { readonly questionId: string; readonly said: readonly string[] };

export const MOST_QUESTIONS = 3;
/** With those that are asked no more and whose answers stay to be read. */
export const MOST_KEPT = 12;
export const LONGEST_QUESTION = 200;
export const MOST_OPTIONS = 10;
export const LONGEST_OPTION = 80;
export const LONGEST_SAYING = 300;

/** The name of its field. */
export function fieldOf({ id }: Pick<Question, "id">): string {
  return `q-${id}`;
}

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The form had the questions on it: the event's own page leads to them instead. */
export function wasShown(typed: Typed): boolean {
  return typed["questions"] === "yes";
}

/** What was typed, or by field what is wrong with it. */
export function readSayings(questions: readonly Question[], typed: Typed, t: Translate): { sayings: Saying[]; errors: Record<string, string> } {
  const sayings = questions.map((question) => ({ questionId: question.id, said: saidIn(question, typed) }));
  const errors: Record<string, string> = {};
  for (const [i, question] of questions.entries()) {
    const wrong = faultOf(question, sayings[i]!.said, t);
    if (wrong) errors[fieldOf(question)] = wrong;
  }
  return { sayings, errors };
}

/** Nothing of a form that had no questions on it, and of somebody who does not come: they are asked for nothing. */
export function tellsOf(form: { answer: string }, typed: Typed, questions: readonly Question[], t: Translate): { sayings: Saying[]; errors: Record<string, string> } {
  const isAsked = wasShown(typed) && (form.answer === "going" || form.answer === "part");
  return isAsked ? readSayings(questions, typed, t) : { sayings: [], errors: {} };
}

function saidIn(question: Question, typed: Typed): string[] {
  return [...new Set([typed[fieldOf(question)] ?? []].flat().map((text) => text.trim()).filter(Boolean))];
}

function faultOf({ kind, words: question, options, isRequired }: Question, said: readonly string[], t: Translate): string | null {
  if (said.length === 0) return isRequired ? t(kind === "text" ? "questions.missing" : "questions.missingChoice", { question }) : null;
  if (kind === "text") return said.some((text) => text.length > LONGEST_SAYING) ? t("questions.tooLong", { most: LONGEST_SAYING }) : null;
  return said.every((one) => options.includes(one)) && (kind === "many" || said.length === 1) ? null : t("questions.missingChoice", { question });
}

/** Whether somebody who answered on the event's own page is led to the questions first. Whoever is in already only where one must be answered. */
export function isLedToQuestions(questions: readonly OwnQuestion[], isIn: boolean): boolean {
  return questions.some(({ said, isRequired }) => said === null && (isRequired || !isIn));
}

/** As the form shows what was answered before. */
export function typedSayings(questions: readonly OwnQuestion[]): Record<string, string | string[]> {
  return Object.fromEntries(questions.map((question) => [fieldOf(question), question.kind === "many" ? [...(question.said ?? [])] : (question.said?.[0] ?? "")]));
}

import { facts } from "../ui/facts.ts";
import type { Html } from "../ui/html.ts";
import { tag } from "../ui/tag.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { letterStates, stateOfLetter } from "./outbox.ts";
import type { LetterState } from "./outbox.ts";
import type { LetterCounts, LetterRow } from "./outbox.sql.ts";

export const stateWord = { waiting: "admin.waiting", sent: "admin.sent", refused: "admin.refused", kept: "admin.kept" } as const;

/** How many letters are in which state; one that is empty is left out, but for those sent. */
export function letterFacts(view: View, counts: LetterCounts): Html {
  const { number } = times(view);
  const there = letterStates.filter((state) => counts[state] > 0 || state === "sent");
  return facts(
    there.map((state) => ({ term: view.t(stateWord[state]), words: number(counts[state]), big: true })),
    "numbers",
  );
}

export function letterTag(view: View, letter: LetterRow): Html {
  const state = stateOfLetter(letter);
  const looks = { sent: "yes", refused: "signal", waiting: "plain", kept: "plain" } as const satisfies Record<LetterState, string>;
  return tag(view.t(stateWord[state]), looks[state]);
}

export function letterStateWords(view: View, letter: LetterRow): string {
  const say = times(view);
  if (letter.sentAt) return view.t("admin.stateSent", { when: say.recently(letter.sentAt) });
  else if (letter.refusedAt) return view.t("admin.stateRefused", { when: say.recently(letter.refusedAt) });
  else if (letter.keptAt) return view.t("admin.stateKept");
  else return view.t("admin.stateWaiting", { attempts: letter.attempts });
}

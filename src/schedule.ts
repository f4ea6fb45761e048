/** Recurring jobs, in UTC (minute, hour, day of month, month, day of week). */
import type { Schedule } from "./platform/jobs/worker.ts";

export const schedule: Schedule = [
  { task: "back-up", pattern: "37 * * * *" },
  { task: "send-letters-left", pattern: "*/5 * * * *" },
  { task: "forget-attempts", pattern: "17 * * * *" },
  { task: "forget-spent-entries", pattern: "23 * * * *" },
  { task: "forget-needs", pattern: "51 * * * *" },
  { task: "forget-question-answers", pattern: "52 * * * *" },
  { task: "erase-unclaimed", pattern: "11 4 * * *" },
  { task: "forget-answer-entries", pattern: "29 * * * *" },
  { task: "settle-offers", pattern: "*/5 * * * *" },
  { task: "remind-undecided", pattern: "5 * * * *" },
  { task: "thank-those-who-came", pattern: "2 * * * *" },
  { task: "ask-guests-afterwards", pattern: "7 * * * *" },
  { task: "weekly-letters", pattern: "5 * * * *" },
  { task: "erase-those-who-left", pattern: "29 * * * *" },
  { task: "end-sanctions", pattern: "*/10 * * * *" },
  { task: "forget-removed-words", pattern: "47 3 * * *" },
  { task: "learn-words", pattern: "11 * * * *" },
  { task: "look-at-handles", pattern: "53 * * * *" },
  { task: "learn-friends", pattern: "53 2 * * *" },
  { task: "forget-uploads", pattern: "41 * * * *" },
];

/** A sanction as its letter and its pages say it to whoever it concerns. */
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import type { SanctionRow } from "./sanction.sql.ts";

/** "You are barred from the Summer meet-up." */
export function sanctionWords({ t }: Setting, { kind, eventTitle, unitName, hides }: Pick<SanctionRow, "kind" | "eventTitle" | "unitName" | "hides">, site: string): string {
  if (kind === "bar" && eventTitle) return t("safety.means.barEvent", { title: eventTitle });
  else if (kind === "bar") return t("safety.means.barUnit", { unit: unitName ?? site });
  else if (kind === "suspension") return t(hides ? "safety.means.suspensionHides" : "safety.means.suspension", { site });
  else return t(`safety.means.${kind}`, { site });
}

export function untilWords(setting: Setting, { until }: Pick<SanctionRow, "until">): string {
  return until ? setting.t("safety.until", { when: times(setting).moment(until) }) : setting.t("safety.forGood");
}

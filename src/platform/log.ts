/** One line of JSON for each thing worth knowing. No names, addresses, cookies or query strings: paths and ids only. */
import { configureSync, getConsoleSink, getJsonLinesFormatter, getLogger, getTextFormatter } from "@logtape/logtape";

export function openLog(level: "debug" | "info" | "warning" | "error" | "off", form: "json" | "text" = "json"): void {
  configureSync({
    reset: true,
    sinks: { console: getConsoleSink({ formatter: form === "json" ? getJsonLinesFormatter() : getTextFormatter() }) },
    loggers: [
      { category: ["logtape", "meta"], sinks: ["console"], lowestLevel: "error" },
      { category: "branchline", sinks: level === "off" ? [] : ["console"], lowestLevel: level === "off" ? "fatal" : level },
    ],
  });
}

export const log = getLogger("branchline");

/** What others wrote, a path or an error, without the tokens of links and without mail addresses: whoever reads a log must not get in by it. */
export function withoutSecrets(words: string): string {
  return words.replace(/[\w-]{40,}/g, "…").replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, "…@…");
}

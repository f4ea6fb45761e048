import { SETTINGS_FILE } from "../platform/config.ts";
import { SETTINGS, type Setting } from "../platform/settings-table.ts";
import { type Command, print } from "./command.ts";

export const settings: Command = {
  usage: "",
  meaning: "Lists every setting with its meaning, as a table in Markdown.",
  async run() {
    print(`Set them in the environment, or one a line (NAME=value) in a file ${SETTINGS_FILE} in the folder where Branchline is`);
    print(`started, or in the file that BRANCHLINE_CONFIG names. The environment wins.\n\n${settingsTable()}`);
  },
};

/** The README holds exactly this; a test compares the two. */
export function settingsTable(): string {
  const rows = Object.values<Setting<unknown>>(SETTINGS).map(
    ({ name, meaning, example, otherwise }) => `| \`${name}\` | ${meaning} | ${otherwise || "nothing"} | \`${example}\` |`,
  );
  return ["| setting | meaning | when it is not set | example |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

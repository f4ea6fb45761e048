/** The command line: finds the command, checks the settings, and says what went wrong in one sentence. */
import { parseArgs } from "node:util";
import { readConfig } from "../platform/config.ts";
import { SetupError, codeOf, messageOf } from "../platform/errors.ts";
import { type Command, print } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const [name = "help", ...rest] = process.argv.slice(2);

try {
  if (["help", "--help", "-h"].includes(name)) await help();
  else await run(name, rest);
} catch (error) {
  const disk = codeOf(error) === "ENOSPC" || codeOf(error) === "53100";
  if (error instanceof SetupError) console.error(error.message);
  else if (disk) console.error(`The disk is full (${messageOf(error)}). Make room, then run the same command again.`);
  else console.error(error); // our own mistake: whoever reports it needs all of it
  process.exitCode = 1;
}
// Whatever still has a timer or a connection must not keep a finished command alive.
process.exit();

async function run(name: string, args: string[]): Promise<void> {
  const find = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!find)
    throw new SetupError(
      `There is no command ${name}. The commands are ${Object.keys(COMMANDS).join(", ")}; branchline help explains them.`,
    );
  const command = await find();
  const { values, positionals } = parse(name, command, args);
  if (values["help"]) return print(explain(name, command));
  const [least, most] = command.words ?? [0, 0];
  if (positionals.length < least || positionals.length > most)
    throw new SetupError(`Write it like this: branchline ${name} ${command.usage}`.trim());
  const now = values["now"];
  const config = readConfig(typeof now === "string" ? { NOW: now } : {});
  await command.run({ config, values, words: positionals });
}

function parse(name: string, command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, now: { type: "string" }, help: { type: "boolean" } }, allowPositionals: true });
  } catch (error) {
    throw new SetupError(`${messageOf(error).split(". ")[0]}. Write it like this: branchline ${name} ${command.usage}`.trim());
  }
}

function explain(name: string, command: Command): string {
  return `branchline ${name} ${command.usage}\n    ${command.meaning}\n`;
}

async function help(): Promise<void> {
  print("Branchline: the home of a professional network that lives online and face to face at once.\n");
  for (const [name, load] of Object.entries(COMMANDS)) print(explain(name, await load()));
  print("Every command takes --now MOMENT, which stops the clock there. npm start is branchline start.");
}

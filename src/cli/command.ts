import type { Config } from "../platform/config.ts";

/** What a command is given: the settings, checked, and what stood after its name. */
export interface Call {
  readonly config: Config;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

export interface Command {
  /** After the name, for people: `FILE [--overwrite]` */
  readonly usage: string;
  readonly meaning: string;
  readonly options?: Readonly<Record<string, { type: "string" | "boolean" }>>;
  /** How many words it takes besides options. */
  readonly words?: readonly [least: number, most: number];
  run(call: Call): Promise<void>;
}

/** What a person asked for goes to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** How it is going goes to standard error, so that output can be piped. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

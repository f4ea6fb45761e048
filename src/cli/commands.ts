import type { Command } from "./command.ts";

/** Every command of `branchline`. Each is loaded only when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).start,
  migrate: async () => (await import("./migrate.ts")).migrate,
  unit: async () => (await import("./unit.ts")).unit,
  settings: async () => (await import("./settings.ts")).settings,
};

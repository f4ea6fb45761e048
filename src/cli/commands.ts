import type { Command } from "./command.ts";

/** Every command of `branchline`. Each is loaded only when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).start,
  migrate: async () => (await import("./migrate.ts")).migrate,
  example: async () => (await import("./example.ts")).example,
  import: async () => (await import("./import.ts")).importMembers,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  account: async () => (await import("./account.ts")).account,
  doctor: async () => (await import("./doctor.ts")).doctor,
  unit: async () => (await import("./unit.ts")).unit,
  settings: async () => (await import("./settings.ts")).settings,
};

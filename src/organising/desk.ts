/** Addresses of the pages for those who organise one event. */
import { eventUrl } from "../events/event.ts";
import type { Duty } from "./duty.ts";

/** Where somebody's work on this event begins: the door's is the list of names, the messages' the letters. */
export function deskUrl(eventId: string, duty: Duty | null = null): string {
  const begins = { door: "/organise/people", messages: "/letters", all: "/organise" } as const;
  return `${eventUrl(eventId)}${begins[duty ?? "all"]}`;
}

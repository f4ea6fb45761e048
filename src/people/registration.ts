/** Whether somebody who has proved an address may make an account here. */
import { z } from "zod";
import type { Registration } from "../server/server.ts";
import { stickerForm } from "./profile.ts";

/** make: at once. ask: those who run the server decide. waiting: they were asked. closed: an invitation is needed. */
export type Welcome = "make" | "ask" | "waiting" | "closed";

/** Somebody whom an organiser has invited is vouched for already, whatever the server asks of others. */
export function welcomeFor(registration: Registration, { isInvited, isWaiting }: { isInvited: boolean; isWaiting: boolean }): Welcome {
  if (registration === "open" || isInvited) return "make";
  else if (isWaiting) return "waiting";
  else return registration === "approval" ? "ask" : "closed";
}

/** The sticker, and a few words to those who decide. */
export const requestForm = stickerForm.extend({ note: z.string().max(1000, "people.registration.noteTooLong").default("") });

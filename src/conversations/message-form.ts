import { z } from "zod";
import { LONGEST_MESSAGE } from "./conversation.ts";

/** The words of a message, as a form sends them; sent and edited alike. */
export const messageBody = z.string({ error: "conversations.empty" }).min(1, "conversations.empty").max(LONGEST_MESSAGE, "conversations.tooLong");

/** Sent and edited together, for either is news to everybody who listens: enough for a lively talk, too little for a flood. */
export const MESSAGE_RATE = { most: 30, minutes: 5 };

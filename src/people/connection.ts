/**
 * Connections are mutual and standing: one asks, the other agrees. Saying no is private: whoever asked goes on seeing "asked", also after asking
 * again, and whoever said no may change their mind by asking in turn.
 */

import { z } from "zod";

/** The few words that may go with the question. */
export const NOTE_LENGTH = 300;
export const askForm = z.object({ note: z.string("people.connection.noteTooLong").max(NOTE_LENGTH, "people.connection.noteTooLong").default("").transform((note) => note || null) });

/** The row of a pair, or what there would be of it. */
export type Connection = {
  askerId: string;
  askedId: string;
  acceptedAt: Temporal.Instant | null;
  declinedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
};

/** How it stands in the eyes of one of the two. */
export type Standing = "none" | "asked" | "asks" | "connected";

export function standing(connection: Connection | null, me: string): Standing {
  if (!connection || connection.endedAt) return "none";
  else if (connection.acceptedAt) return "connected";
  else if (connection.askerId === me) return "asked";
  else return connection.declinedAt ? "none" : "asks";
}

/** What asking does to the row of the pair. */
export type Asking = "insert" | "accept" | "nothing" | "reopen-declined" | "ask-afresh";

export function asking(connection: Connection | null, me: string): Asking {
  if (!connection) return "insert";
  const mine = connection.askerId === me;
  if (connection.endedAt) return mine && connection.declinedAt ? "reopen-declined" : "ask-afresh";
  else if (connection.acceptedAt || mine) return "nothing";
  else return "accept"; // they had asked me, whatever I answered then
}

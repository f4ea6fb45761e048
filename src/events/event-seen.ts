import type { Said } from "../attendance/rsvp.ts";
import type { Seen } from "./event-seen.sql.ts";

/** What the viewer has said, if anything. */
export function saidOf({ answer, from, until, placeNo, isUnlisted, answeredAt, position }: Seen): Said | null {
  if (answer === null) return null;
  return { answer, from, until, placeNo: placeNo!, isUnlisted: isUnlisted!, answeredAt: answeredAt!, position };
}

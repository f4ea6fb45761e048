import type { Said } from "../attendance/rsvp.ts";
import { nearestOrganisers } from "../organisations/nearest-organisers.ts";
import type { Organiser, Seen } from "./event-seen.sql.ts";

/** What the viewer has said, if anything. */
export function saidOf({ answer, from, until, placeNo, isUnlisted, answeredAt, position, isOnline, guests, moveNo, offeredUntil, declinedAt }: Seen): Said | null {
  if (answer === null) return null;
  return { answer, from, until, placeNo: placeNo!, isUnlisted: isUnlisted!, answeredAt: answeredAt!, position, isOnline: isOnline!, guests: guests!, moveNo, offeredUntil, declinedAt };
}

/** Those of each host, or of the nearest unit above it that has some. */
export function organisersOf({ hostUnits, hostPath, organisersAbove }: Seen): Organiser[] {
  return nearestOrganisers(hostUnits, hostPath, organisersAbove);
}

import type { Said } from "../attendance/rsvp.ts";
import { nearestOrganisers } from "../organisations/nearest-organisers.ts";
import type { Need } from "../attendance/need.ts";
import type { EventForAll, EventForOne } from "./event-seen.sql.ts";

/** An event as one person stands to it. */
export type Seen = EventForAll & EventForOne;

export type Organiser = EventForAll["organisersAbove"][number] & { isHidden: boolean };

/** What the viewer has said, if anything. */
export function saidOf({ answer, from, until, placeNo, isUnlisted, answeredAt, position, isOnline, guests, moveNo, offeredUntil, declinedAt }: Seen): Said | null {
  if (answer === null) return null;
  return { answer, from, until, placeNo: placeNo!, isUnlisted: isUnlisted!, answeredAt: answeredAt!, position, isOnline: isOnline!, guests: guests!, moveNo, offeredUntil, declinedAt };
}

/** Those of each host, or of the nearest unit above it that has some. */
export function organisersOf({ hostUnits, hostPath, organisersAbove, hidden }: Seen): Organiser[] {
  return nearestOrganisers(hostUnits, hostPath, organisersAbove).map((organiser) => ({ ...organiser, isHidden: hidden.includes(organiser.personId) }));
}

/** What the viewer has told its organisers to need. */
export function needOf({ needWords, needAnswerBy, needOutcome, needReply }: Seen): Need | null {
  return needWords === null ? null : { words: needWords, answerBy: needAnswerBy!, outcome: needOutcome, reply: needReply! };
}

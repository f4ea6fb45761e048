/** The letters of the house as its administrator sees them. */

export type LetterState = "waiting" | "sent" | "refused" | "kept";

export const letterStates: readonly LetterState[] = ["waiting", "sent", "refused", "kept"];

type Marks = { sentAt: Temporal.Instant | null; refusedAt: Temporal.Instant | null; keptAt: Temporal.Instant | null };

export function stateOfLetter({ sentAt, refusedAt, keptAt }: Marks): LetterState {
  if (sentAt) return "sent";
  else if (refusedAt) return "refused";
  else if (keptAt) return "kept";
  else return "waiting";
}

/** A sign-in link is shown only where nothing else can bring it to its owner. */
export function mayShowText(letter: Marks & { isSecret: boolean }, hasMailServer: boolean): boolean {
  return !letter.isSecret || (!hasMailServer && letter.sentAt === null);
}

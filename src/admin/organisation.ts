/** When an organisation has lost those who ran it. */

/** So long may all organisers of an organisation be away before an administrator may name another. */
export const AWAY_DAYS = 60;

type Run = { organisers: readonly unknown[]; organiserSeenAt: Temporal.Instant | null };

/** While an organiser is about, who organises is theirs to say, not the server's. */
export function mayHandOver({ organisers, organiserSeenAt }: Run, now: Temporal.Instant): boolean {
  return organisers.length === 0 || organiserSeenAt === null || now.since(organiserSeenAt).total("hours") > AWAY_DAYS * 24;
}

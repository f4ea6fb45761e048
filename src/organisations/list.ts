/** An organisation's list: people whom it brought in and who have not come themselves yet. Only organisers see it. */
export type ListState = "listed" | "invited" | "silent" | "no-address" | "not-me";

type Listed = { address: string | null; silent: boolean; invitedAt: Temporal.Instant | null; notMeAt: Temporal.Instant | null };

export function listStateOf({ address, silent, invitedAt, notMeAt }: Listed): ListState {
  if (notMeAt) return "not-me";
  else if (invitedAt) return "invited";
  else if (address === null) return "no-address";
  else if (silent) return "silent";
  else return "listed";
}

/** Letters of invitation that an organisation, or one person for several, may have written in 24 hours: a real list is through in days, a stolen one is noticed. */
export const MOST_INVITED_A_DAY = 2000;
/** Presses of the button. */
export const INVITE_RATE = { most: 30, minutes: 60 };
export const LIST_PAGE = 50;

import type { Rate } from "../platform/http/rate.ts";

export const CHALLENGE_MINUTES = 5;
export const CHALLENGES_FROM_ONE_CLIENT: Rate = { most: 100, minutes: 15 };
export const MOST_PASSKEYS = 20;

/** For which site a passkey holds: made from BASE_URL, so that changing it changes whom passkeys are for. */
export function relyingParty(baseUrl: string): { id: string; origin: string } {
  const { hostname, origin } = new URL(baseUrl);
  return { id: hostname, origin };
}

/** The challenge that an answer is for, from the JSON that the authenticator signed over; null where it holds none. */
export function challengeIn(clientDataJson: unknown): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(String(clientDataJson), "base64url").toString("utf8")) as { challenge?: unknown };
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}

import type { House } from "../src/house.ts";

/** What was written to an address, the oldest first. */
export async function lettersTo(house: House, address: string): Promise<{ kind: string; subject: string; text: string }[]> {
  const { rows } = await house.db.query({ name: "", text: "select kind, subject, body_text as text from letter where to_address = $1 order by coalesce(sent_at, kept_at, clock_timestamp()), id", values: [address] });
  return rows as { kind: string; subject: string; text: string }[];
}

/** The path of the first link to this server in a letter. */
export function linkIn(text: string): string {
  const path = /http:\/\/localhost:\d+(\/\S+)/.exec(text)?.[1];
  if (!path) throw new Error(`No link in: ${text}`);
  return path;
}

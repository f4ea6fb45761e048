/** Somebody without an account: their browser, and the links that came to their mailbox. */
import { ask } from "./event.ts";
import type { Fresh } from "./fresh.ts";
import { linkIn } from "./letters.ts";

/** A browser of a stranger that keeps the cookies that it is given. */
export function browser({ app }: Fresh) {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.request(`http://localhost:3000${path}`, { ...init, headers: { ...(cookie ? { cookie } : {}), "sec-fetch-site": "same-origin", "accept-encoding": "identity" } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    return { status: response.status, text: await response.text(), location: response.headers.get("location") ?? "" };
  };
  return { get: (path: string) => ask(path, {}), post: (path: string, form: Record<string, string> = {}) => ask(path, { method: "POST", body: new URLSearchParams(form) }) };
}

/** The newest link to this address that has not been looked at. */
export async function linkFor(it: Fresh, address: string): Promise<string> {
  const letters = (await ask(it.house, "select body_text from letter where kind = 'answer-link' and to_address = $1 order by created_at, id", [address])).rows;
  return linkIn(letters.map(({ body_text }) => body_text as string).filter((text) => !seenLinks.has(text) && seenLinks.add(text)).at(-1)!);
}
const seenLinks = new Set<string>();

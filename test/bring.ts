/** Brings a file in as an organiser does, with every guess taken. For tests that need people on a list. */
import assert from "node:assert/strict";
import pg from "pg";
import { SESSION_COOKIE } from "../src/people/session-cookie.ts";
import type { Person } from "./cast.ts";
import type { Fresh } from "./fresh.ts";

export type Upload = { name: string; bytes: string | Uint8Array };

/** Uploads as a browser does; `location` is the mapping step. */
export async function upload({ app }: Fresh, person: Person, path: string, ...files: Upload[]) {
  const body = new FormData();
  for (const [i, file] of files.entries()) body.append(i === 0 ? "file" : "second", new File([file.bytes as BlobPart], file.name));
  const headers = { cookie: `${SESSION_COOKIE(false)}=${person.token}`, "sec-fetch-site": "same-origin" };
  const response = await app.request(`http://localhost:3000${path}`, { method: "POST", body, headers });
  return { status: response.status, location: response.headers.get("location") ?? "", text: await response.text() };
}

/** Through the mapping step as it is proposed, but for `change`; returns where that leads. */
export async function toPreview({ as }: Fresh, person: Person, columnsPath: string, change: Record<string, string> = {}): Promise<string> {
  const page = await as(person).get(columnsPath);
  const chosen = [...page.text.matchAll(/<select[^>]*name="(\w+)"[^>]*>(.*?)<\/select>/gs)].map(([, name, options]) => [name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? ""]);
  const answer = await as(person).post(columnsPath, { ...Object.fromEntries(chosen), ...change });
  assert.equal(answer.status, 303, answer.text);
  return answer.location!;
}

/** All the way. Returns the preview as it was before the yes. */
export async function bring(home: Fresh, person: Person, path: string, csv: string): Promise<string> {
  const preview = await toPreview(home, person, (await upload(home, person, `${path}/import`, { name: "members.csv", bytes: csv })).location);
  await home.work();
  const { text } = await home.as(person).get(preview);
  await home.as(person).post(`${preview}/confirmation`);
  await home.work();
  return text;
}

/** Dates as the text that PostgreSQL writes. */
export const isoDates: pg.CustomTypesConfig = { getTypeParser: ((oid: number, format: "text") => (oid === 1082 ? (text: string) => text : pg.types.getTypeParser(oid, format))) as never };

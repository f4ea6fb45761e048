/** Which address does what: the whole product as a sitemap. Who may see each is walked by test/who-may.test.ts. */
import type { Handler } from "./web.ts";

export type Route = {
  method: "GET" | "POST";
  path: string;
  handle: Handler;
  /** Uploads may be larger than the usual megabyte. */
  mostMegabytes?: number;
  /** Programs without our pages may post here: one-click unsubscribe by mail programs. */
  openToPrograms?: boolean;
};

type Extra = Pick<Route, "mostMegabytes" | "openToPrograms">;

const get = (path: string, handle: Handler): Route => ({ method: "GET", path, handle });
const post = (path: string, handle: Handler, extra: Extra = {}): Route => ({ method: "POST", path, handle, ...extra });

export const routes: Route[] = [
  // Home

  // People and how they get in

  // Organisations and units

  // Imports and exports of members

  // Events

  // Answers

  // Conversations

  // Announcements and what each wants to be told

  // Administration
];
void get, post;

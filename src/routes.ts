/** Which address does what: the whole product as a sitemap. Who may see each is walked by test/who-may.test.ts. */
import { postMessage, postReading, showConversation, showMessages } from "./conversations/conversation.routes.ts";
import { postEdit, postRemoval, showEdit, showRemoval } from "./conversations/message.routes.ts";
import { streamConversation } from "./conversations/stream.routes.ts";
import { showHome } from "./home/home.routes.ts";
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
  get("/", showHome),

  // People and how they get in

  // Organisations and units

  // Imports and exports of members

  // Events

  // Answers

  // Conversations
  get("/messages", showMessages),
  get("/events/:id/conversation", showConversation),
  post("/events/:id/conversation", postMessage),
  get("/conversations/:id/stream", streamConversation),
  post("/conversations/:id/reading", postReading),
  get("/messages/:id/edit", showEdit),
  post("/messages/:id/edit", postEdit),
  get("/messages/:id/removal", showRemoval),
  post("/messages/:id/removal", postRemoval),

  // Announcements and what each wants to be told

  // Administration
];
void get, post;

/**
 * Every route, walked as each kind of person. A route that is not in the table fails the test, so nobody can forget to decide who may.
 * What each is told: page (200), done (on to another page), sign-in (sent to sign in first), hidden (404), form (422: may, but the form is empty).
 */
import assert from "node:assert/strict";
import test from "node:test";
import { routes } from "../src/routes.ts";
import type { Answer, Fresh } from "./fresh.ts";
import { fresh } from "./fresh.ts";
import { WHO_MAY } from "./who-may.ts";
import { formsOf, setScene } from "./scene.ts";

test("every route is in the table, and the table names no other", () => {
  assert.deepEqual(Object.keys(WHO_MAY).toSorted(), routes.map((route) => `${route.method} ${route.path}`).toSorted());
});

test("every route, as each kind of person", async () => {
  const shared = await fresh();
  const scene = await setScene(shared);
  const told: Record<string, string> = {};
  for (const route of Object.keys(WHO_MAY)) {
    const server = UPSETTING.has(route) ? await fresh() : shared;
    const there = server === shared ? scene : await setScene(server);
    const answers = [];
    for (const who of KINDS) answers.push(await ask(server, who, route, there));
    told[route] = answers.join(" ");
    if (server !== shared) await server.close();
  }
  assert.deepEqual(told, WHO_MAY);
});

/** From the least to the most concerned; ada looks after the server and is in no network. */
const KINDS = ["stranger", "zoe", "nell", "hal", "gwen", "idris", "ada"] as const;

/** After these the scene is not what it was. */
const UPSETTING = new Set([
  "POST /sign-out",
  "POST /settings/sessions/end",
  "POST /organisations/:org/joining",
  "POST /organisations/:org/joining/withdrawal",
  "POST /organisations/:org/leaving",
  "POST /organisations/:org/members/:person/removal",
  "POST /organisations/:org/organisers",
  "POST /organisations/:org/:unit/requests/:request",
  "POST /organisations/:org/:unit/organisers",
  "POST /organisations/:org/:unit/organisers/removal",
  "POST /organisations/:org/:unit/closing",
  "POST /organisations/:org/:unit/joining",
  "POST /organisations/:org/:unit/joining/withdrawal",
  "POST /organisations/:org/:unit/leaving",
  "POST /organisations/:org/:unit/members/:person/removal",
  "POST /people/:person/connection",
  "POST /admin/people/:person/sessions/end",
  "POST /people/:person/connection/end",
  "POST /people/:person/hiding",
  "POST /imports/:id/removal",
  "POST /events/:id/cancellation",
  "POST /messages/:id/removal",
  "POST /hostings/:id/acceptance",
  "POST /hostings/:id/refusal",
  "POST /hostings/:id/end",
]);

async function ask(server: Fresh, who: (typeof KINDS)[number], route: string, scene: Record<string, string>): Promise<string> {
  const { app, as, cast } = server;
  const [method, pattern] = route.split(" ") as [string, string];
  const path = pattern.replace(/:\w+/g, (name, at: number) => {
    const before = pattern.slice(0, at).split("/").filter(Boolean).at(-1)!;
    return scene[`${before}/${name}`] ?? scene[name] ?? assert.fail(`the scene has no ${before}/${name}`);
  });
  const person = who === "stranger" ? null : cast[who];
  if (path.endsWith("/stream")) return stream(app, path, person?.token);
  return inWords(method === "GET" ? await as(person).get(path) : await as(person).post(path, formsOf(server)[route]));
}

/** It would never end. */
async function stream(app: Fresh["app"], path: string, token: string | undefined): Promise<string> {
  const response = await app.request(`http://localhost:3000${path}`, { headers: token ? { cookie: `session=${token}` } : {} });
  await response.body?.cancel();
  return inWords({ status: response.status, location: response.headers.get("location") });
}

function inWords({ status, location }: Pick<Answer, "status" | "location">): string {
  if (status === 200 || status === 204) return "page";
  else if (status === 404) return "hidden";
  else if (status === 422) return "form";
  else if (status === 303 || status === 302) return location?.startsWith("/sign-in?") ? "sign-in" : "done";
  else return String(status);
}

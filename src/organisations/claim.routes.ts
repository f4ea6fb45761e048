import { done, forPeople, notFound, safePath, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { clientAddress } from "../platform/http/client-address.ts";
import { formValues } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { hashToken, isId } from "../platform/ids.ts";
import { eraseByLetter, eraseMine, joinFromList, notMe } from "./claim.actions.ts";
import { afterwardsPage, erasePage, letterPage, listsPage } from "./claim.pages.ts";
import { entryByToken, listsWaiting } from "./claim.sql.ts";

export const showLists = forPeople(async (c, viewer) => {
  const entries = await listsWaiting.many(c.var.house.db, viewer.personId);
  return show(c, listsPage(c.var.view, { entries, next: safePath(c.req.query("next")) }));
});

export const postList = forPeople(async (c, viewer) => {
  const { house } = c.var;
  const listedId = c.req.param("person");
  if (!isId(listedId)) return notFound(c);
  const values = await formValues(c);
  const next = safePath([values["next"] ?? "/"].flat()[0]);
  const answer = values["answer"];
  const more = (await listsWaiting.many(house.db, viewer.personId)).some((entry) => entry.personId !== listedId);
  const onwards = more ? `/welcome/lists?next=${encodeURIComponent(next)}` : next;
  if (answer === "join") {
    const outcome = await joinFromList(house, viewer, { by: "address", listedId });
    if (outcome.kind === "joined") return done(c, more ? onwards : next === "/" ? `/organisations/${outcome.organisationSlug}` : next, "imports.joined", { organisation: outcome.organisation });
  } else if (answer === "not-me") {
    const outcome = await notMe(house, viewer, listedId);
    if (outcome.kind === "noted") return done(c, onwards, "imports.notedNotMe");
  } else if (answer === "erase") {
    const outcome = await eraseMine(house, viewer, listedId);
    if (outcome.kind === "erased") return done(c, onwards, "imports.erased", { organisation: outcome.organisation });
  }
  return done(c, onwards); // answered already, by an earlier press
});

const TRIES = { most: 60, minutes: 15 };

async function calm(c: Web): Promise<boolean> {
  const { house } = c.var;
  return withinRate(house.db, house.clock.now(), "list-link", clientAddress(c, house.config.trustProxy), TRIES);
}

async function entryOf(c: Web) {
  const token = c.req.param("token") ?? "";
  return { token, entry: await entryByToken.maybe(c.var.house.db, hashToken(token)) };
}

export async function showListLetter(c: Web): Promise<Response> {
  if (!(await calm(c))) return tooMany(c);
  const { token, entry } = await entryOf(c);
  return show(c, entry ? letterPage(c.var.view, { entry, token }) : afterwardsPage(c.var.view, { organisation: null }));
}

/** Mail programs look at links: nothing happens before somebody presses. */
export async function showErasure(c: Web): Promise<Response> {
  if (!(await calm(c))) return tooMany(c);
  const { token, entry } = await entryOf(c);
  return show(c, entry ? erasePage(c.var.view, { entry, token }) : afterwardsPage(c.var.view, { organisation: null }));
}

/** Also what a mail program's own "unsubscribe" calls (RFC 8058). */
export async function postErasure(c: Web): Promise<Response> {
  if (!(await calm(c))) return tooMany(c);
  const outcome = await eraseByLetter(c.var.house, c.req.param("token") ?? "");
  return show(c, afterwardsPage(c.var.view, { organisation: outcome.kind === "erased" ? outcome.organisation : null }));
}

/** Whoever holds the letter reads that address's letters, whichever address they sign in with. */
export const postLetterJoining = forPeople(async (c, viewer) => {
  if (!(await calm(c))) return tooMany(c);
  const outcome = await joinFromList(c.var.house, viewer, { by: "letter", token: c.req.param("token") ?? "" });
  if (outcome.kind === "not-found") return show(c, afterwardsPage(c.var.view, { organisation: null }));
  return done(c, `/organisations/${outcome.organisationSlug}`, "imports.joined", { organisation: outcome.organisation });
});

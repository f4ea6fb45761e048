/** "This was not me": for whoever holds the letter, signed in or not. */
import { clientAddress } from "../platform/http/client-address.ts";
import { withinRate } from "../platform/http/rate.ts";
import { hashToken } from "../platform/ids.ts";
import { forgetSession, show } from "../web.ts";
import type { Web } from "../web.ts";
import { tooManyLinksPage } from "./sign-in.pages.ts";
import { TRIES_FROM_ONE_CLIENT } from "./sign-in.ts";
import { takeBack } from "./way-back.actions.ts";
import { noWayBackPage, notMePage, takenBackPage } from "./way-back.pages.ts";
import { addedSince, wayBack } from "./way-back.sql.ts";

export async function showNotMe(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const token = c.req.param("token") ?? "";
  const link = await wayBack.maybe(house.db, hashToken(token), house.clock.now());
  if (!link) return show(c, noWayBackPage(view), 404);
  return show(c, notMePage(view, { token, address: link.address, added: await addedSince.one(house.db, link.personId, link.since, link.address) }));
}

export async function postNotMe(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const calm = await withinRate(house.db, house.clock.now(), "link-opened", clientAddress(c, house.config.trustProxy), TRIES_FROM_ONE_CLIENT);
  if (!calm) return show(c, tooManyLinksPage(view), 429);
  const taken = await takeBack(house, c.req.param("token") ?? "");
  if (taken.kind === "gone") return show(c, noWayBackPage(view), 404);
  forgetSession(c);
  return show(c, takenBackPage(view, taken));
}

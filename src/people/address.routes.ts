import { z } from "zod";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { hashToken, isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { addAddress, askForAddress, removeAddress, sendLettersTo } from "./address.actions.ts";
import { confirmAddressPage } from "./address.pages.ts";
import { addressLink } from "./address.sql.ts";
import { ADDRESSES_BY_ONE_PERSON, MOST_ADDRESSES } from "./address.ts";
import { entryPage } from "./entry.pages.ts";
import { theirEntry } from "./entry.routes.ts";
import { afterSignIn } from "./sign-in.actions.ts";
import { addressForm } from "./sign-in.routes.ts";
import { LINKS_TO_ONE_ADDRESS } from "./sign-in.ts";
import type { Viewer } from "./viewer.ts";

const HERE = "/settings/sign-in";
const newAddress = z.object({ address: addressForm.shape.address });

export const postAddress = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const form = await parseForm(c, newAddress, view.t);
  if (!form.ok) return back(c, viewer, form.state.values["address"] ?? "", form.state.errors["address"]!);
  const { address } = form.value;
  const now = house.clock.now();
  const calm =
    (await withinRate(house.db, now, "address-by", viewer.personId, ADDRESSES_BY_ONE_PERSON)) &&
    (await withinRate(house.db, now, "link-to", address.toLowerCase(), LINKS_TO_ONE_ADDRESS));
  if (!calm) return back(c, viewer, address, view.t("people.address.tooMany"), 429);
  const { kind } = await askForAddress(house, viewer, address);
  if (kind === "own") return back(c, viewer, address, view.t("people.address.own"));
  else if (kind === "too-many") return back(c, viewer, address, view.t("people.address.enough", { most: MOST_ADDRESSES }));
  else return done(c, HERE, house.config.smtpUrl ? "people.address.sent" : "people.address.kept", { address });
});

export const showNewAddress = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const token = c.req.param("token") ?? "";
  const link = await addressLink.maybe(house.db, hashToken(token), viewer.personId, house.clock.now());
  return link ? show(c, confirmAddressPage(view, { token, address: link.address })) : notFound(c);
});

export const postNewAddress = forPeople(async (c, viewer) => {
  const { house } = c.var;
  const added = await addAddress(house, viewer, c.req.param("token") ?? "");
  if (added.kind === "gone") return notFound(c);
  else if (added.kind === "added") return done(c, await afterSignIn(house, viewer.personId, HERE), "people.address.added", { address: added.address });
  else return done(c, HERE, UNADDED[added.kind], { most: MOST_ADDRESSES });
});

const UNADDED: Record<"taken" | "too-many", MessageKey> = { taken: "people.address.taken", "too-many": "people.address.enough" };

export const postLetterAddress = forPeople(async (c, viewer) => {
  const id = c.req.param("address");
  if (!isId(id) || (await sendLettersTo(c.var.house, viewer, id)).kind === "not-found") return notFound(c);
  return done(c, HERE, "people.address.chosen");
});

/** One that is gone already, or never was theirs, gets the same answer. */
export const postAddressRemoval = forPeople(async (c, viewer) => {
  const id = c.req.param("address");
  if (!isId(id)) return notFound(c);
  const { kind } = await removeAddress(c.var.house, viewer, id);
  return done(c, HERE, kind === "last" ? "people.address.last" : "people.address.removed");
});

async function back(c: Web, viewer: Viewer, address: string | readonly string[], error: string, status: 422 | 429 = 422): Promise<Response> {
  return show(c, entryPage(c.var.view, { ...(await theirEntry(c, viewer)), adding: { values: { address }, errors: { address: error } } }), status);
}

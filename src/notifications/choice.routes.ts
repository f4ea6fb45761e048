import { z } from "zod";
import { checkForm, formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { chooseAnnouncements, chooseFromLetter } from "./choice.actions.ts";
import { announcementsPage, networkField, unsubscribedPage, unsubscribePage } from "./choice.pages.ts";
import { announcementChoices } from "./choice.ts";
import type { AnnouncementChoice } from "./choice.ts";
import { generalChoice, networkChoices, networkName, secretForLinks } from "./choice.sql.ts";
import { readUnsubscribeToken } from "./unsubscribe-link.ts";

export const showAnnouncements = forPeople(async (c, { personId }) => {
  const { db } = c.var.house;
  const [general, networks] = await Promise.all([generalChoice.maybe(db, personId), networkChoices.many(db, personId)]);
  const values: Record<string, string> = { general: general?.choice ?? "each" };
  for (const { organisationId, choice } of networks) values[networkField(organisationId)] = choice ?? "";
  return show(c, announcementsPage(c.var.view, networks, { values, errors: {} }));
});

const choicesForm = z.looseObject({ general: z.enum(announcementChoices, "notifications.choose") });

export const postAnnouncements = forPeople(async (c, { personId }) => {
  const { house, view } = c.var;
  const networks = await networkChoices.many(house.db, personId);
  const form = checkForm(await formValues(c), choicesForm, view.t);
  if (!form.ok) return show(c, announcementsPage(view, networks, form.state), 422);
  const chosen = new Map<string, AnnouncementChoice | null>();
  for (const { organisationId } of networks) chosen.set(organisationId, choiceIn(form.value[networkField(organisationId)]));
  await chooseAnnouncements(house, personId, { general: form.value.general, networks: chosen });
  return done(c, "/settings/announcements", "notifications.saved");
});

export async function showUnsubscribe(c: Web): Promise<Response> {
  const link = await linkIn(c);
  if (!link) return notFound(c);
  return show(c, unsubscribePage(c.var.view, { token: c.req.param("token")!, network: link.network, choice: null }));
}

/** Mail programs post here by themselves (RFC 8058): without a choice it means "no more". The answer says what is so now. */
export async function postUnsubscribe(c: Web): Promise<Response> {
  const link = await linkIn(c);
  if (!link) return notFound(c);
  const choice = (link.organisationId && choiceIn((await formValues(c))["choice"])) || "none";
  await chooseFromLetter(c.var.house, link.personId, link.organisationId, choice);
  return show(c, unsubscribedPage(c.var.view, { network: link.network, choice }));
}

async function linkIn(c: Web): Promise<{ personId: string; organisationId: string | null; network: string | null } | null> {
  const { db } = c.var.house;
  const link = readUnsubscribeToken(await secretForLinks(db), c.req.param("token") ?? "");
  if (!link || !isId(link.personId)) return null;
  const network = link.organisationId ? await networkName.maybe(db, link.organisationId) : null;
  return link.organisationId && !network ? null : { ...link, network: network?.name ?? null };
}

function choiceIn(value: unknown): AnnouncementChoice | null {
  return announcementChoices.find((choice) => choice === value) ?? null;
}

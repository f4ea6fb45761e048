/** "Were you there?" and how it was, from the link of a letter: under the rules of the link itself, so in a browser that is known to be theirs. */
import { parseForm } from "../platform/http/form.ts";
import { done, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { afterwardsOf, openLink, settled, shownTo } from "./opened-link.routes.ts";
import { feedbackForm, presenceForm } from "./presence-form.ts";
import { giveFeedback, sayPresence } from "./presence.actions.ts";

export async function postGuestPresence(c: Web): Promise<Response> {
  const opened = await openLink(c);
  const form = await parseForm(c, presenceForm, c.var.view.t);
  if (!opened || !form.ok) return notFound(c);
  if (opened.holder.kind === "elsewhere") return show(c, await shownTo(c, opened), 403);
  if (!(await afterwardsOf(c, opened))) return notFound(c);
  const { personId, link } = await settled(c, opened);
  const came = form.value.came === "yes";
  const { kind } = await sayPresence(c.var.house, { personId, isGuest: true }, opened.seen.id, came);
  return kind === "not-found" ? notFound(c) : done(c, link, came ? "afterwards.thanksThere" : "afterwards.thanksNot");
}

export async function postGuestFeedback(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const opened = await openLink(c);
  if (!opened) return notFound(c);
  if (opened.holder.kind === "elsewhere") return show(c, await shownTo(c, opened), 403);
  const form = await parseForm(c, feedbackForm, view.t);
  if (!(await afterwardsOf(c, opened))?.came) return notFound(c);
  if (!form.ok) return show(c, await shownTo(c, opened, form.state), 422);
  const { personId, link } = await settled(c, opened);
  const outcome = await giveFeedback(house, { personId, isGuest: true }, opened.seen.id, form.value);
  switch (outcome.kind) {
    case "given":
      return done(c, link, outcome.before ? "afterwards.heard" : "afterwards.thanks");
    case "limited":
      return show(c, await shownTo(c, opened, { ...form.state, errors: { form: view.t("circulars.limited") } }), 422);
    case "not-found":
      return notFound(c);
  }
}

import { eventUrl } from "../events/event.ts";
import { parseForm } from "../platform/http/form.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import { feedbackPage } from "./feedback.pages.ts";
import { askedAfterwards, giveFeedback, sayPresence } from "./presence.actions.ts";
import { feedbackForm, presenceForm } from "./presence-form.ts";
import { feedbackUrl } from "./presence.ts";

export const postPresence = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const id = c.req.param("id")!;
  const form = await parseForm(c, presenceForm, view.t);
  if (!form.ok) return notFound(c);
  const came = form.value.came === "yes";
  const { kind } = await sayPresence(house, viewer, id, came);
  if (kind === "not-found") return notFound(c);
  return came ? done(c, feedbackUrl(id), "afterwards.thanksThere") : done(c, eventUrl(id), "afterwards.thanksNot");
});

export const showFeedback = forPeople(async (c, viewer) => {
  const { db, clock } = c.var.house;
  const asked = await askedAfterwards(db, viewer, c.req.param("id"), clock.now());
  if (!asked?.own.came) return notFound(c);
  return asked.own.isHeard ? done(c, eventUrl(asked.event.id), "afterwards.heard") : show(c, feedbackPage(c.var.view, asked.event, { values: {}, errors: {} }));
});

export const postFeedback = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const asked = await askedAfterwards(house.db, viewer, c.req.param("id"), house.clock.now());
  if (!asked?.own.came) return notFound(c);
  const form = await parseForm(c, feedbackForm, view.t);
  if (!form.ok) return show(c, feedbackPage(view, asked.event, form.state), 422);
  const outcome = await giveFeedback(house, viewer, asked.event.id, form.value);
  switch (outcome.kind) {
    case "given":
      return done(c, eventUrl(asked.event.id), outcome.before ? "afterwards.heard" : "afterwards.thanks");
    case "limited":
      return show(c, feedbackPage(view, asked.event, { ...form.state, errors: { form: view.t("circulars.limited") } }), 422);
    case "not-found":
      return notFound(c);
  }
});

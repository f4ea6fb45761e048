import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import type { Viewer } from "../people/viewer.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { eventOnDesk } from "./duty.sql.ts";
import type { OnDesk } from "./duty.sql.ts";
import { decideOnThanks } from "./thanks.actions.ts";
import { thanksPage } from "./thanks.pages.ts";
import { countThanked, thanksOf } from "./thanks.sql.ts";
import { thanksForm, thanksUrl } from "./thanks.ts";

export const showThanks = forPeople(async (c, viewer) => {
  const desk = await publishedOnDesk(c, viewer);
  return desk ? thanks(c, desk, null) : notFound(c);
});

export const postThanks = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const desk = await publishedOnDesk(c, viewer);
  if (!desk) return notFound(c);
  const form = await parseForm(c, thanksForm, view.t);
  if (!form.ok) return thanks(c, desk, form.state, 422);
  const goes = form.value.do === "send";
  const outcome = await decideOnThanks(house, viewer, desk.event.id, { body: form.value.body, goes });
  switch (outcome.kind) {
    case "decided":
      return done(c, thanksUrl(desk.event.id), goes ? "afterwards.thanksLetter.saidYes" : "afterwards.thanksLetter.saidNo");
    case "left":
      return done(c, thanksUrl(desk.event.id));
    case "limited":
      return thanks(c, desk, { ...form.state, errors: { form: view.t("circulars.limited") } }, 422);
    case "not-found":
      return notFound(c);
  }
});

/** `typed`: sent back with its faults; else as it was saved, or as it is prepared. */
async function thanks(c: Web, desk: OnDesk, typed: FormState | null, status: 200 | 422 = 200): Promise<Response> {
  const { house, view } = c.var;
  const [saved, { count }] = await Promise.all([thanksOf.maybe(house.db, desk.event.id), countThanked.one(house.db, desk.event.id)]);
  const body = saved?.body ?? view.t("afterwards.thanksLetter.prepared", { title: desk.event.title });
  return show(c, thanksPage(view, { ...desk, thanks: saved, people: count, state: typed ?? { values: { body }, errors: {} } }), status);
}

async function publishedOnDesk(c: Web, viewer: Viewer): Promise<OnDesk | null> {
  const { db, clock } = c.var.house;
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), "write-letters", clock.now());
  return desk?.event.publishedAt ? desk : null;
}

import { eventUrl, maySeeEvent, stanceOf } from "../events/event.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import { saidOf } from "../events/event-seen.ts";
import { asSeenBy } from "../events/place.ts";
import { forPeople, done, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { times } from "../platform/i18n/times.ts";
import { isId } from "../platform/ids.ts";
import { answerPage } from "./answer.pages.ts";
import { answerSchema, askFrom } from "./answer-form.ts";
import type { Answer } from "./rsvp.ts";
import { reply } from "./rsvp.actions.ts";
import type { ReplyOutcome } from "./rsvp.actions.ts";

/** Enough for changing one's mind all evening. */
const RATE = { most: 60, minutes: 10 };

export const showAnswer = forPeople(async (c, viewer) => {
  const seen = await seenBy(c, viewer);
  return seen ? show(c, answerPage(c.var.view, { event: seen, said: saidOf(seen), barredBecause: seen.barredBecause })) : notFound(c);
});

export const postAnswer = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await seenBy(c, viewer);
  if (!event) return notFound(c);
  if (!(await withinRate(house.db, house.clock.now(), "answer", viewer.personId, RATE))) return tooMany(c);
  const sendBack = (form: FormState) => show(c, answerPage(view, { event, said: saidOf(event), form, barredBecause: event.barredBecause }), 422);

  const form = await parseForm(c, answerSchema, view.t);
  if (!form.ok) return sendBack(form.state);
  const asked = askFrom(form.value, event, times(view, event.zone), view.t);
  if ("errors" in asked) return sendBack({ ...form.state, errors: asked.errors });
  const outcome = await reply(house, viewer.personId, event.id, asked.ask);
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "too-many-guests") return sendBack({ ...form.state, errors: { guests: view.t("attendance.guestsTooMany", { most: outcome.most }) } });
  return answered(c, event.id, event.answer, outcome);
});

function answered(c: Web, eventId: string, before: Answer | null, outcome: Exclude<ReplyOutcome, { kind: "not-found" | "too-many-guests" }>): Response {
  const path = eventUrl(eventId);
  if (outcome.kind === "refused") return done(c, path, "attendance.refusedNow");
  else if (outcome.wasSaid) return done(c, path, "attendance.savedSame");
  else if (outcome.kind === "waitlisted") return done(c, path, "attendance.savedWaiting", { position: outcome.position });
  else if (outcome.kind === "asked") return done(c, path, "attendance.savedAsked");
  else if (outcome.kind === "maybe") return done(c, path, "attendance.savedMaybe");
  else if (outcome.kind === "going") return done(c, path, outcome.standing.from || outcome.standing.until ? "attendance.savedPart" : "attendance.savedGoing");
  else if (before === "going") return done(c, path, "attendance.savedGaveBack");
  else return done(c, path, before === "waitlisted" ? "attendance.savedOffList" : "attendance.savedNo");
}

/** The event as this person may see it. */
async function seenBy(c: Web, viewer: Viewer) {
  const id = c.req.param("id")!;
  const seen = isId(id) ? await seeEvent(c.var.house.db, id, viewer.personId) : null;
  return seen && maySeeEvent(viewer, seen) ? asSeenBy(seen, stanceOf(viewer, seen)) : null;
}

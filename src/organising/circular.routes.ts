import { z } from "zod";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { minutesFor } from "../platform/mail/turns.ts";
import { countAwaiting } from "../platform/mail/turns.sql.ts";
import { isId, newId } from "../platform/ids.ts";
import type { Viewer } from "../people/viewer.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { writeCircular } from "./circular.actions.ts";
import { circularPreviewPage, circularsPage } from "./circular.pages.ts";
import { circularsOf, countsReached, ownAddress } from "./circular.sql.ts";
import { CIRCULARS_A_DAY, circularsUrl, LONGEST_BODY, LONGEST_SUBJECT } from "./circular.ts";
import { listedStates } from "./desk-people.ts";
import { eventOnDesk } from "./duty.sql.ts";
import type { OnDesk } from "./duty.sql.ts";

export const showCirculars = forPeople(async (c, viewer) => {
  const desk = await publishedOnDesk(c, viewer);
  return desk ? circulars(c, viewer, desk, { values: { to: "going", reply: "nobody" }, errors: {} }) : notFound(c);
});

const circularForm = z.object({
  to: z.preprocess((to) => [to ?? []].flat(), z.array(z.enum(["going", "waitlisted", "maybe"], "circulars.toMissing")).min(1, "circulars.toMissing")),
  subject: z.string("circulars.subjectMissing").min(1, "circulars.subjectMissing").max(LONGEST_SUBJECT, "circulars.subjectTooLong"),
  body: z.string("circulars.bodyMissing").min(1, "circulars.bodyMissing").max(LONGEST_BODY, "circulars.bodyTooLong"),
  reply: z.enum(["me", "nobody"], "circulars.replyMissing"),
  once: z.string().refine(isId).catch(() => newId()),
  do: z.enum(["read", "change", "send"]).catch("read"),
});

/** One address for all three steps: read it over, change it, send it. */
export const postCircular = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const { t } = view;
  const desk = await publishedOnDesk(c, viewer);
  if (!desk) return notFound(c);
  const form = await parseForm(c, circularForm, t);
  if (!form.ok) return circulars(c, viewer, desk, form.state, 422);
  const refuse = (words: string) => circulars(c, viewer, desk, { ...form.state, errors: { form: words } }, 422);
  const { to: states, subject, body, reply, once } = form.value;
  const circular = { once, states, subject, body, givesAddress: reply === "me" };
  if (form.value.do === "change") return circulars(c, viewer, desk, form.state);
  if (form.value.do === "read") {
    const [counts, own, awaiting] = await Promise.all([countsReached.many(house.db, desk.event.id, states), ownAddress.maybe(house.db, viewer.personId), countAwaiting.one(house.db, desk.event.id)]);
    const people = counts.reduce((sum, { count }) => sum + count, 0);
    const minutes = house.config.smtpUrl ? minutesFor(awaiting.all + people, house.config.lettersAMinute) : null;
    return people > 0 ? show(c, circularPreviewPage(view, { ...desk, circular, people, address: own?.address ?? null, minutes })) : refuse(t("circulars.nobody"));
  }
  const outcome = await writeCircular(house, viewer, desk.event.id, circular);
  switch (outcome.kind) {
    case "written":
      return done(c, circularsUrl(desk.event.id), "circulars.sent", { count: outcome.people });
    case "nobody":
      return refuse(t("circulars.nobody"));
    case "limited":
      return refuse(t("circulars.limited"));
    case "too-many":
      return refuse(t("circulars.tooMany", { count: CIRCULARS_A_DAY }));
    case "too-late":
      return done(c, circularsUrl(desk.event.id));
    case "not-found":
      return notFound(c);
  }
});

async function publishedOnDesk(c: Web, viewer: Viewer): Promise<OnDesk | null> {
  const { db, clock } = c.var.house;
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), "write-letters", clock.now());
  return desk?.event.publishedAt ? desk : null;
}

async function circulars(c: Web, viewer: Viewer, desk: OnDesk, { values, errors }: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { db, config } = c.var.house;
  const [reached, own, written, awaiting] = await Promise.all([countsReached.many(db, desk.event.id, [...listedStates]), ownAddress.maybe(db, viewer.personId), circularsOf.many(db, desk.event.id), countAwaiting.one(db, desk.event.id)]);
  const counts = { going: 0, waitlisted: 0, maybe: 0 };
  for (const { state, count } of reached) counts[state] = count;
  const leaving = config.smtpUrl && awaiting.ofEvent > 0 ? { count: awaiting.ofEvent, minutes: minutesFor(awaiting.all, config.lettersAMinute) } : null;
  const once = isId(String(values["once"])) ? values["once"]! : newId();
  return show(c, circularsPage(c.var.view, { ...desk, counts, address: own?.address ?? null, written, leaving, state: { values: { ...values, once }, errors } }), status);
}

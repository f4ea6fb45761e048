import { asksAfterwards, feedbackShown } from "../attendance/presence.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import type { Viewer } from "../people/viewer.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { noteWhoCame } from "./afterwards.actions.ts";
import { afterwardsPage } from "./afterwards.pages.ts";
import { countFeedback, feedbackOf, numbersAfterwards, peopleAfterwards } from "./afterwards.sql.ts";
import { PEOPLE_A_PAGE } from "./desk-people.ts";
import { eventOnDesk } from "./duty.sql.ts";
import type { OnDesk } from "./duty.sql.ts";

export const showAfterwards = forPeople(async (c, viewer) => {
  const { db, clock } = c.var.house;
  const desk = await pastOnDesk(c, viewer);
  if (!desk) return notFound(c);
  const { event } = desk;
  const [numbers, people, { count }] = await Promise.all([numbersAfterwards.one(db, event.id), peopleAfterwards.many(db, event.id, placeAfter(c), PEOPLE_A_PAGE + 1), countFeedback.one(db, event.id)]);
  const shown = feedbackShown(count, asksAfterwards(event, clock.now()));
  const said = shown > 0 ? await feedbackOf.many(db, event.id, shown) : [];
  return show(c, afterwardsPage(c.var.view, { ...desk, numbers, people: people.slice(0, PEOPLE_A_PAGE), hasMore: people.length > PEOPLE_A_PAGE, after: placeAfter(c), said }));
});

const STATES = ["came", "absent", "unknown"] as const;

export const postAfterwards = forPeople(async (c, viewer) => {
  const desk = await pastOnDesk(c, viewer);
  if (!desk) return notFound(c);
  const values = await formValues(c);
  const people = Object.entries(values).flatMap(([name, value]) => {
    const personId = name.replace(/^came-/, "");
    const came = STATES.find((state) => state === value);
    return name !== personId && isId(personId) && came ? [{ personId, came }] : [];
  });
  const typed = String(values["walkIns"] ?? "");
  const walkIns = /^\d{1,5}$/.test(typed) ? Number(typed) : null;
  const { kind } = await noteWhoCame(c.var.house, viewer, desk.event.id, { people: people.slice(0, PEOPLE_A_PAGE), walkIns, restCame: values["do"] === "rest" });
  if (kind === "not-found") return notFound(c);
  const page = placeAfter(c);
  return done(c, `${eventUrl(desk.event.id)}/afterwards${page > 0 ? `?after=${page}` : ""}`, "afterwards.noted");
});

async function pastOnDesk(c: Web, viewer: Viewer): Promise<OnDesk | null> {
  const { db, clock } = c.var.house;
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), "see-answers", clock.now());
  return desk && eventState(desk.event, clock.now()) === "past" ? desk : null;
}

function placeAfter(c: Web): number {
  const after = c.req.query("after") ?? "";
  return /^\d{1,15}$/.test(after) ? Number(after) : 0;
}

import { z } from "zod";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import type { Line } from "../ui/view.ts";
import { hidePerson, showPersonAgain } from "./hiding.actions.ts";
import { hiddenPage, hidingPage } from "./hiding.pages.ts";
import { hiddenBy, hidingOf } from "./hiding.sql.ts";
import { personSeenBy } from "./person.sql.ts";
import { personUrl } from "./person.ts";
import type { Viewer } from "./viewer.ts";

const LIST = "/settings/hidden";

const hidingForm = z.object({ kind: z.enum(["mute", "block"], "people.hiding.kindMissing") });

export const showHidden = forPeople(async (c, viewer) => {
  const people = await hiddenBy.many(c.var.house.db, viewer.personId);
  return show(c, hiddenPage(c.var.view, people.map((person) => ({ ...person, line: person.line as Line }))));
});

export const showHiding = forPeople((c, viewer) => theQuestion(c, viewer, null));

export const postHiding = forPeople(async (c, viewer) => {
  const id = c.req.param("person");
  const form = await parseForm(c, hidingForm, c.var.view.t);
  if (!form.ok) return theQuestion(c, viewer, form.state);
  const { kind } = isId(id) ? await hidePerson(c.var.house, viewer, id, form.value.kind) : { kind: "not-found" };
  return kind === "not-found" ? notFound(c) : done(c, LIST, `people.hiding.done.${form.value.kind}`);
});

export const postHidingEnd = forPeople(async (c, viewer) => {
  const id = c.req.param("person");
  if (!isId(id)) return notFound(c);
  await showPersonAgain(c.var.house, viewer, id);
  return done(c, LIST, "people.hiding.done.end");
});

/** For whoever sees that person, or hid them before. */
async function theQuestion(c: Web, viewer: Viewer, sentBack: FormState | null): Promise<Response> {
  const { house, view } = c.var;
  const id = c.req.param("person");
  if (!isId(id) || id === viewer.personId) return notFound(c);
  const [hidden, seen, people] = await Promise.all([
    hidingOf.maybe(house.db, viewer.personId, id),
    personSeenBy.maybe(house.db, id, viewer.personId),
    hiddenBy.many(house.db, viewer.personId),
  ]);
  const other = seen ?? people.find((person) => person.id === id);
  if (!other) return notFound(c);
  const state = sentBack ?? { values: { kind: hidden?.kind ?? "mute" }, errors: {} };
  return show(c, hidingPage(view, other, state, seen && !hidden ? personUrl(id) : LIST), sentBack ? 422 : 200);
}

import { unitUrl } from "../organisations/unit.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import type { Line } from "../ui/view.ts";
import { askToConnect } from "./connection.actions.ts";
import { connectionBetween, noteTo } from "./connection.sql.ts";
import { askForm, standing } from "./connection.ts";
import { handlesShown } from "./handle.sql.ts";
import { hidingOf } from "./hiding.sql.ts";
import { newcomerMay } from "./newcomer.ts";
import { personPage } from "./person.pages.ts";
import { personSeenBy, unitsShared } from "./person.sql.ts";
import { personUrl } from "./person.ts";
import type { Viewer } from "./viewer.ts";

/** A busy evening's worth; more is somebody collecting people. */
const ASKED_IN_A_DAY = { most: 60, minutes: 24 * 60 };

export const showPerson = forPeople((c, viewer) => theirPage(c, viewer));

/** Asking stands on the page of whom one asks, so that is what comes back when the note is too long. */
export const postConnection = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const id = c.req.param("person");
  if (!isId(id)) return notFound(c);
  const form = await parseForm(c, askForm, view.t);
  if (!form.ok) return theirPage(c, viewer, form.state);
  if (!(await newcomerMay(house, viewer, "connection"))) return tooMany(c);
  if (!(await withinRate(house.db, house.clock.now(), "connection", viewer.personId, ASKED_IN_A_DAY))) return tooMany(c);
  const { kind } = await askToConnect(house, viewer, id, form.value.note);
  return kind === "not-found" ? notFound(c) : done(c, personUrl(id), `people.connection.done.${kind}`);
});

async function theirPage(c: Web, viewer: Viewer, sentBack?: FormState): Promise<Response> {
  const { db } = c.var.house;
  const id = c.req.param("person");
  const person = isId(id) ? await personSeenBy.maybe(db, id, viewer.personId) : null;
  if (!person) return notFound(c);
  const [handles, shared, connection, hiding] = await Promise.all([
    handlesShown.many(db, person.id, person.ring),
    unitsShared.many(db, viewer.personId, person.id),
    connectionBetween.maybe(db, viewer.personId, person.id),
    hidingOf.maybe(db, viewer.personId, person.id),
  ]);
  const stands = standing(connection, viewer.personId);
  const question = stands === "asks" ? await noteTo.maybe(db, viewer.personId, person.id) : null;
  return show(
    c,
    personPage(c.var.view, {
      person: { ...person, line: person.line as Line },
      handles,
      shared: shared.map((unit) => ({ name: unit.name, code: unit.code, line: unit.line as Line, href: unitUrl(unit) })),
      pairing: { standing: stands, note: question?.note ?? null, ...(sentBack ? { asking: sentBack } : {}) },
      isMuted: hiding?.kind === "mute",
    }),
    sentBack ? 422 : 200,
  );
}

import { unitUrl } from "../organisations/unit.ts";
import { isId } from "../platform/ids.ts";
import { forPeople, notFound, show } from "../web.ts";
import type { Line } from "../ui/view.ts";
import { connectionBetween } from "./connection.sql.ts";
import { standing } from "./connection.ts";
import { handlesShown } from "./handle.sql.ts";
import { hidingOf } from "./hiding.sql.ts";
import { personPage } from "./person.pages.ts";
import { personSeenBy, unitsShared } from "./person.sql.ts";

export const showPerson = forPeople(async (c, viewer) => {
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
  return show(
    c,
    personPage(c.var.view, {
      person: { ...person, line: person.line as Line },
      handles,
      shared: shared.map((unit) => ({ name: unit.name, code: unit.code, line: unit.line as Line, href: unitUrl(unit) })),
      standing: standing(connection, viewer.personId),
      isMuted: hiding?.kind === "mute",
    }),
  );
});

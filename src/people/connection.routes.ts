import { formValues } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { newcomerMay } from "./newcomer.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, safePath, show, tooMany } from "../web.ts";
import type { Handler } from "../web.ts";
import type { House } from "../house.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import type { Line } from "../ui/view.ts";
import { acceptAsker, askToConnect, declineAsker, disconnect, withdrawAsking } from "./connection.actions.ts";
import type { Answered } from "./connection.actions.ts";
import { peoplePage } from "./connection.pages.ts";
import { connectedWith, connectionRequests } from "./connection.sql.ts";
import { personSeenBy } from "./person.sql.ts";
import { personUrl } from "./person.ts";
import type { Viewer } from "./viewer.ts";

/** A busy evening's worth; more is somebody collecting people. */
const ASKED_IN_A_DAY = { most: 60, minutes: 24 * 60 };

const SAID: Record<Answered["kind"], MessageKey> = {
  connected: "people.connection.done.connected",
  declined: "people.connection.done.declined",
  withdrawn: "people.connection.done.withdrawn",
  ended: "people.connection.done.ended",
  gone: "people.connection.done.gone",
};

export const showPeople = forPeople(async (c, viewer) => {
  const { db } = c.var.house;
  const [requests, connected] = await Promise.all([connectionRequests.many(db, viewer.personId), connectedWith.many(db, viewer.personId)]);
  const lined = <T extends { line: number }>(rows: T[]) => rows.map((row) => ({ ...row, line: row.line as Line }));
  return show(c, peoplePage(c.var.view, { requests: lined(requests), connected: lined(connected) }));
});

export const postConnection = forPeople(async (c, viewer) => {
  const { house } = c.var;
  const id = c.req.param("person");
  if (!isId(id)) return notFound(c);
  if (!(await newcomerMay(house, viewer, "connection"))) return tooMany(c);
  if (!(await withinRate(house.db, house.clock.now(), "connection", viewer.personId, ASKED_IN_A_DAY))) return tooMany(c);
  const { kind } = await askToConnect(house, viewer, id);
  return kind === "not-found" ? notFound(c) : done(c, personUrl(id), `people.connection.done.${kind}`);
});

export const postAcceptance = answering(acceptAsker);
export const postRefusal = answering(declineAsker);
export const postWithdrawal = answering(withdrawAsking);
export const postConnectionEnd = answering(disconnect);

/** Afterwards back to where they pressed. Who was not asked by that person learns nothing of them. */
function answering(answer: (house: House, by: Viewer, otherId: string) => Promise<Answered>): Handler {
  return forPeople(async (c, viewer) => {
    const id = c.req.param("person");
    if (!isId(id)) return notFound(c);
    const { back } = await formValues(c);
    const { kind } = await answer(c.var.house, viewer, id);
    if (typeof back === "string") return done(c, safePath(back), SAID[kind]);
    const stillSeen = await personSeenBy.maybe(c.var.house.db, id, viewer.personId); // ending may close their page to each other
    return done(c, stillSeen ? personUrl(id) : "/people", SAID[kind]);
  });
}

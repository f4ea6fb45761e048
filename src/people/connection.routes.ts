import { patternsFor } from "../organisations/search-words.ts";
import { peopleKnown } from "../organisations/people-known.sql.ts";
import { formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, safePath, show } from "../web.ts";
import type { Handler } from "../web.ts";
import type { House } from "../house.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import type { Line } from "../ui/view.ts";
import { acceptAsker, declineAsker, disconnect, withdrawAsking } from "./connection.actions.ts";
import type { Answered } from "./connection.actions.ts";
import { connectionRequests } from "./connection.sql.ts";
import { peoplePage } from "./people-known.pages.ts";
import { FROM_THE_START, KNOWN_A_PAGE, knownAddress, readKnownFilter, readKnownPlace } from "./people-known.ts";
import { personSeenBy } from "./person.sql.ts";
import { personUrl } from "./person.ts";
import type { Viewer } from "./viewer.ts";

const SAID: Record<Answered["kind"], MessageKey> = {
  connected: "people.connection.done.connected",
  declined: "people.connection.done.declined",
  withdrawn: "people.connection.done.withdrawn",
  ended: "people.connection.done.ended",
  gone: "people.connection.done.gone",
};

export const showPeople = forPeople(async (c, viewer) => {
  const { db, clock } = c.var.house;
  const filter = readKnownFilter((name) => c.req.query(name));
  const after = readKnownPlace(c.req.query("after"));
  const asksFirst = filter.show === "known" && filter.q === "" && !after;
  const [requests, found] = await Promise.all([
    asksFirst ? connectionRequests.many(db, viewer.personId) : [],
    peopleKnown.many(db, viewer.personId, filter.show, patternsFor(filter.q), clock.now(), after ?? FROM_THE_START, KNOWN_A_PAGE + 1),
  ]);
  const people = found.slice(0, KNOWN_A_PAGE);
  const last = found.length > people.length ? people.at(-1)! : null;
  return show(
    c,
    peoplePage(c.var.view, {
      filter,
      requests: requests.map((one) => ({ ...one, line: one.line as Line })),
      people,
      isFirstPage: !after,
      more: last && knownAddress(filter, { ...last, shared: last.shared.length }),
    }),
  );
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

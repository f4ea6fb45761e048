import { stream } from "hono/streaming";
import { countOfNoes } from "../attendance/people-coming.sql.ts";
import { questionsOf, sayingsOf } from "../attendance/question.sql.ts";
import { PHOTO_WORDS } from "../people/wishes.ts";
import { BOM, csvLine } from "../organisations/export.ts";
import { enoughToShow } from "../ui/few.ts";
import type { Viewer } from "../people/viewer.ts";
import { hasTwoHalls } from "../events/places.ts";
import { forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { deskNumbers } from "./desk.sql.ts";
import { deskPeoplePage, STATE_WORDS } from "./desk-people.pages.ts";
import { countOnDesk, peopleOnDesk } from "./desk-people.sql.ts";
import type { PersonOnDesk } from "./desk-people.sql.ts";
import { inOneLine, sayingsBy } from "./desk-questions.parts.ts";
import { waysOf } from "./desk-words.parts.ts";
import { asked, PEOPLE_A_PAGE, readFilter } from "./desk-people.ts";
import type { PeopleFilter } from "./desk-people.ts";
import { mayDo } from "./duty.ts";
import type { DeskTask } from "./duty.ts";
import { eventOnDesk } from "./duty.sql.ts";
import type { OnDesk } from "./duty.sql.ts";

export const showDeskPeople = forPeople(async (c, viewer) => {
  const { db } = c.var.house;
  const found = await filtered(c, viewer, "see-names");
  if (!found) return notFound(c);
  const { event, standing, filter, tellsFirst } = found;
  const after = placeAfter(c);
  const [people, { count }, { count: noes }, { count: asking }, questions] = await Promise.all([
    peopleOnDesk.many(db, event.id, viewer.personId, asked(filter), unitsOf(viewer), after, PEOPLE_A_PAGE + 1),
    countOnDesk.one(db, event.id, asked(filter)),
    countOfNoes.one(db, event.id),
    countOnDesk.one(db, event.id, asked({ state: "asked", visit: "", where: "", q: "" })),
    mayDo(standing, "see-answers") ? questionsOf.many(db, event.id) : [],
  ]);
  const shown = people.slice(0, PEOPLE_A_PAGE);
  const sayings = questions.length > 0 ? sayingsBy(await sayingsOf.many(db, event.id, shown.map(({ personId }) => personId))) : NO_SAYINGS;
  return show(c, deskPeoplePage(c.var.view, { event, standing, filter, tellsFirst, questions, sayings, people: shown, count, isFirstPage: after === 0, hasMore: people.length > shown.length, noes, asking }));
});

const NO_SAYINGS = sayingsBy([]);

const AT_A_TIME = 1000;

/** The list as it is filtered, with the columns that it shows. */
export const showDeskExport = forPeople(async (c, viewer) => {
  const found = await filtered(c, viewer, "see-answers");
  if (!found) return notFound(c);
  const { event, filter, tellsFirst } = found;
  const { house, view } = c.var;
  const { t } = view;
  const questions = await questionsOf.many(house.db, event.id);
  const moment = (at: Temporal.Instant | null) => (at ? at.toZonedDateTimeISO(event.zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ") : "");
  c.header("content-type", "text/csv; charset=utf-8");
  c.header("content-disposition", `attachment; filename="answers-${event.startsAt.toZonedDateTimeISO(event.zone).toPlainDate().toString()}.csv"`);
  c.header("cache-control", "private, no-store");
  return stream(c, async (out) => {
    const first = tellsFirst ? [t("organising.visitFirst")] : [];
    const ways = waysOf(event);
    const where = (row: PersonOnDesk) => (row.answer === "maybe" || row.answer === "declined" ? "" : t(row.isOnline ? "answering.online" : "answering.room"));
    await out.write(BOM + csvLine([t("organising.csvName"), t("organising.csvLatin"), t("organising.csvHandle"), t("organising.columnAnswer"), t("organising.csvFrom"), t("organising.csvUntil"), ...(ways.where ? [t("answering.columnWhere")] : []), ...(ways.guests ? [t("answering.columnGuests")] : []), t("attendance.columnAnswered"), ...first, t("attendance.tagUnlisted"), t("organising.csvPhotos"), ...questions.map(({ words }) => words)]));
    for (let after = 0; !out.aborted; ) {
      const rows = await peopleOnDesk.many(house.db.slow, event.id, null, asked(filter), [], after, AT_A_TIME);
      const yes = (is: boolean) => (is ? t("organising.yes") : "");
      const sayings = questions.length > 0 ? sayingsBy(await sayingsOf.many(house.db.slow, event.id, rows.map(({ personId }) => personId))) : NO_SAYINGS;
      await out.write(
        rows
          .map((row) => csvLine([row.name, row.latinName, row.handle, t(STATE_WORDS[row.answer]), moment(row.from), moment(row.until), ...(ways.where ? [where(row)] : []), ...(ways.guests ? [String(row.guests)] : []), moment(row.answeredAt), ...(tellsFirst ? [yes(row.isFirst)] : []), yes(row.isUnlisted), row.photoConsent ? t(PHOTO_WORDS[row.photoConsent]) : "", ...questions.map(({ id }) => inOneLine(sayings.get(row.personId)?.get(id)))]))
          .join(""),
      );
      if (rows.length < AT_A_TIME) break;
      after = rows.at(-1)!.placeNo;
    }
  });
});

type Found = OnDesk & { filter: PeopleFilter; tellsFirst: boolean };

async function filtered(c: Web, viewer: Viewer, task: DeskTask): Promise<Found | null> {
  const { db, clock } = c.var.house;
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), task, clock.now());
  if (!desk?.event.publishedAt) return null;
  const seesAll = mayDo(desk.standing, "see-answers");
  const { firstTime } = seesAll ? await deskNumbers.one(db, desk.event.id) : { firstTime: 0 };
  const tellsFirst = firstTime > 0 && enoughToShow(firstTime) !== null;
  return { ...desk, tellsFirst, filter: readFilter((name) => c.req.query(name), { flying: seesAll, first: tellsFirst, declined: seesAll, where: hasTwoHalls(desk.event) }) };
}

function unitsOf(viewer: Viewer): string[] {
  return [...viewer.memberOf, ...viewer.organises];
}

/** The place in the order after which this part of the list begins. */
function placeAfter(c: Web): number {
  const place = Number(c.req.query("after") ?? 0);
  return Number.isSafeInteger(place) && place > 0 ? place : 0;
}

import { withinRate } from "../platform/http/rate.ts";
import { done, forPeople, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { askToLeave, obstaclesOf, stayAfterAll } from "./leaving.actions.ts";
import { leavingPage } from "./leaving.pages.ts";
import { leavingOf } from "./leaving.sql.ts";
import { leavesAt } from "./leaving.ts";
import { everythingOf, pictureTaken } from "./takeaway.sql.ts";
import { takeawayFiles, zipped } from "./takeaway.ts";

const HERE = "/settings/leaving";
const TAKING = { most: 10, minutes: 60 };

export const showYourData = forPeople(async (c, viewer) => show(c, await theirPage(c, viewer)));

export const postDeparture = forPeople(async (c, viewer) => {
  const outcome = await askToLeave(c.var.house, viewer);
  return outcome.kind === "leaving" ? done(c, HERE, "leaving.asked") : show(c, await theirPage(c, viewer), 422);
});

export const postStaying = forPeople(async (c, viewer) => {
  await stayAfterAll(c.var.house, viewer);
  return done(c, HERE, "leaving.stayed");
});

export const showEverything = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const now = house.clock.now();
  if (!(await withinRate(house.db, now, "takeaway", viewer.personId, TAKING))) return tooMany(c);
  const everything = await everythingOf(house.db.slow, viewer.personId);
  if (!everything) return notFound(c);
  const { siteName: name, baseUrl } = house.config;
  const photo = await pictureTaken.maybe(house.db.slow, viewer.personId);
  const day = now.toZonedDateTimeISO(viewer.zone).toPlainDate().toString();
  const zip = zipped(takeawayFiles(everything, { name, baseUrl }, view.t("leaving.readMe", { site: name, day }), photo?.bytes ?? null));
  return c.body(zip, 200, {
    "content-type": "application/zip",
    "content-disposition": `attachment; filename="branchline-${day}.zip"`,
    "cache-control": "private, no-store",
  });
});

async function theirPage(c: Web, viewer: Viewer) {
  const { house, view } = c.var;
  const [account, obstacles] = [await leavingOf.one(house.db, viewer.personId), await obstaclesOf(house.db, viewer.personId)];
  return leavingPage(view, { leavesAt: account.leavesAt, wouldLeaveAt: leavesAt(house.clock.now()), obstacles });
}

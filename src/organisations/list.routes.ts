import { stream } from "hono/streaming";
import { done, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { formValues } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { after, forOrganisers, nextPart } from "./asked-unit.routes.ts";
import { BOM, csvLine } from "./export.ts";
import { membersToExport } from "./export.sql.ts";
import { inviteListed, takeOffList } from "./list.actions.ts";
import { listPage, takeOffPage } from "./list.pages.ts";
import { countInvitedSince, countListed, listed } from "./list.sql.ts";
import { INVITE_RATE, LIST_PAGE, listAsked, MOST_INVITED_A_DAY, readListFilter } from "./list.ts";
import { unitUrl } from "./unit.ts";

export const showList = forOrganisers(async (c, viewer, unit) => {
  const { db, clock } = c.var.house;
  const filter = readListFilter((name) => c.req.query(name));
  const from = after(c);
  const [counts, entries, today] = await Promise.all([
    countListed.one(db, unit.id),
    listed.many(db.slow, unit.id, listAsked(filter), from.name, from.id, LIST_PAGE + 1),
    countInvitedSince.one(db, unit.organisationId, viewer.personId, clock.now().subtract({ hours: 24 })),
  ]);
  const { rows, more } = nextPart(`${unitUrl(unit)}/list`, entries, LIST_PAGE, Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "")));
  return show(c, listPage(c.var.view, { unit, counts, entries: rows, filter, more, isFirstPart: from.name === "", invitesLeft: today.count < MOST_INVITED_A_DAY }));
});

export const postListInvitations = forOrganisers(async (c, viewer, unit) => {
  const { house } = c.var;
  const path = `${unitUrl(unit)}/list`;
  if (!(await withinRate(house.db, house.clock.now(), "list-invite", viewer.personId, INVITE_RATE))) return tooMany(c);
  const { who, people } = await chosen(c);
  if (who !== "all" && people.length === 0) return done(c, path, "imports.choosePeople");
  const outcome = await inviteListed(house, viewer, unit.id, who === "all" ? "all" : people);
  if (outcome.kind === "not-found") return notFound(c);
  else if (outcome.kind === "nobody") return done(c, path, "imports.nobodyInvited");
  else if (outcome.kind === "tomorrow") return done(c, path, "imports.tomorrow");
  else if (outcome.left > 0) return done(c, path, "imports.invitedSomeNotice", { count: outcome.count, left: outcome.left });
  else return done(c, path, "imports.invitedNotice", { count: outcome.count });
});

export const postListRemoval = forOrganisers(async (c, viewer, unit) => {
  const path = `${unitUrl(unit)}/list`;
  const { people, sure } = await chosen(c);
  if (people.length === 0) return done(c, path, "imports.choosePeople");
  if (!sure) return show(c, takeOffPage(c.var.view, { unit, people }));
  const outcome = await takeOffList(c.var.house, viewer, unit.id, people);
  return outcome.kind === "not-found" ? notFound(c) : done(c, path, "imports.takenOff", { count: outcome.count });
});

async function chosen(c: Web): Promise<{ who: string; sure: boolean; people: string[] }> {
  const values = await formValues(c);
  return { who: String(values["who"] ?? ""), sure: values["sure"] === "yes", people: [values["person"] ?? []].flat().filter(isId) };
}

const AT_A_TIME = 1000;

/** A hundred thousand rows leave as they are read. */
export const showExport = forOrganisers((c, _viewer, unit) => {
  const { house, view } = c.var;
  const { t } = view;
  c.header("content-type", "text/csv; charset=utf-8");
  c.header("content-disposition", `attachment; filename="${unit.slug}-members-${house.clock.now().toString().slice(0, 10)}.csv"`);
  c.header("cache-control", "private, no-store");
  return stream(c, async (out) => {
    await out.write(
      BOM +
        csvLine([t("imports.csvName"), t("imports.csvLatin"), t("imports.csvPronouns"), t("imports.csvHandle"), t("imports.csvAddress"), t("imports.csvEmployer"), t("imports.csvArea"), t("imports.csvSince"), t("imports.csvMemberNo"), t("imports.csvUnits"), t("imports.csvState")]),
    );
    for (let after = "00000000-0000-0000-0000-000000000000"; !out.aborted; ) {
      const rows = await membersToExport.many(house.db.slow, unit.id, unit.organisationId, after, AT_A_TIME);
      await out.write(
        rows
          .map((row) =>
            csvLine([row.name, row.latinName, row.pronouns, row.handle, row.address, row.employer, row.area, row.since.toString(), row.memberNo, row.units.join("; "), t("imports.csvStateWord", { state: row.state })]),
          )
          .join(""),
      );
      if (rows.length < AT_A_TIME) break;
      after = rows.at(-1)!.personId;
    }
  });
});

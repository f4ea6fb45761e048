import { isId } from "../platform/ids.ts";
import { show } from "../web.ts";
import { forOrganisers } from "./asked-unit.routes.ts";
import { unitLogPage } from "./unit-log.pages.ts";
import { unitChanges } from "./unit-log.sql.ts";
import { LOG_PAGE } from "./unit-log.ts";
import { unitUrl } from "./unit.ts";

export const showUnitLog = forOrganisers(async (c, viewer, unit) => {
  const before = c.req.query("before");
  const found = await unitChanges.many(c.var.house.db.slow, viewer.personId, unit.id, isId(before) ? before : null, LOG_PAGE + 1);
  const changes = found.slice(0, LOG_PAGE);
  const older = found.length > LOG_PAGE ? `${unitUrl(unit)}/log?before=${changes.at(-1)!.id}` : null;
  return show(c, unitLogPage(c.var.view, { unit, changes, older }));
});

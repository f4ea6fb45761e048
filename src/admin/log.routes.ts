import { isId } from "../platform/ids.ts";
import { show } from "../web.ts";
import { forAdministrators } from "./admin.routes.ts";
import { logPage } from "./log.pages.ts";
import { changesFound } from "./log.sql.ts";

const PAGE_LENGTH = 50;
const KIND = /^[a-z-]{1,40}\.[a-z-]{1,40}$/;

export const showLog = forAdministrators(async (c) => {
  const { view, house } = c.var;
  const id = (name: string) => (isId(c.req.query(name)) ? c.req.query(name)! : null);
  const [person, unit, event, before] = [id("person"), id("unit"), id("event"), id("before")];
  const kind = KIND.test(c.req.query("kind") ?? "") ? c.req.query("kind")! : null;
  const [from, to] = [dayOf(c.req.query("from")), dayOf(c.req.query("to"))];
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(view.zone).toInstant();
  const found = await changesFound.many(house.db.slow, person, unit, event, kind, from && start(from), to && start(to.add({ days: 1 })), before, PAGE_LENGTH + 1);
  const all = { person, unit, event, kind, from: from?.toString(), to: to?.toString() };
  const asked = Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => !!one[1]));
  const page = found.slice(0, PAGE_LENGTH);
  const older = found.length > PAGE_LENGTH ? `/admin/log?${new URLSearchParams({ ...asked, before: page.at(-1)!.id }).toString()}` : null;
  return show(c, logPage(view, { found: page, asked, older, isNewest: before === null }));
});

/** Years beyond four digits are no day that anybody looks for. */
function dayOf(text: string | undefined): Temporal.PlainDate | null {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text ?? "")) return null;
  try {
    return Temporal.PlainDate.from(text!);
  } catch {
    return null;
  }
}

import { otherAdministrators } from "../people/administrator.sql.ts";
import { registrationCount } from "../people/registration.sql.ts";
import { formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { patternFor } from "./account.ts";
import { appointAdministrator, dismissAdministrator, endSessionsOf } from "./account.actions.ts";
import { accountPage, accountsPage, administratorPage } from "./account.pages.ts";
import { accountInFull, accountsFound, devicesOf, unitsOfAccount } from "./account.sql.ts";
import type { AccountInFull } from "./account.sql.ts";
import { takeTheirPhotoOff } from "./photo.actions.ts";
import { forAdministrators } from "./admin.routes.ts";

const PAGE_LENGTH = 50;

export const showAccounts = forAdministrators(async (c) => {
  const { db } = c.var.house;
  const q = (c.req.query("q") ?? "").trim().slice(0, 100);
  const after = c.req.query("after");
  const afterId = isId(after) ? after : null;
  const [found, { count: waiting }] = await Promise.all([accountsFound.many(db.slow, patternFor(q), afterId, PAGE_LENGTH + 1), registrationCount.one(db)]);
  const page = found.slice(0, PAGE_LENGTH);
  const next = found.length > PAGE_LENGTH ? `/admin/people?${new URLSearchParams({ ...(q ? { q } : {}), after: page.at(-1)!.id }).toString()}` : null;
  return show(c, accountsPage(c.var.view, { q, found: page, next, isFirst: afterId === null, waiting }));
});

export const showAccount = forAdministrators(async (c) => {
  const account = await asked(c);
  if (!account) return notFound(c);
  const { db, clock } = c.var.house;
  const [units, devices] = await Promise.all([unitsOfAccount.many(db, account.id), devicesOf.many(db, account.id, clock.now())]);
  return show(c, accountPage(c.var.view, { account, units, devices }));
});

export const postSessionsEnd = forAdministrators(async (c, viewer) => {
  const account = await asked(c);
  if (!account) return notFound(c);
  const count = await endSessionsOf(c.var.house, viewer, account.id);
  return account.id === viewer.personId ? c.redirect("/sign-in", 303) : done(c, `/admin/people/${account.id}`, "admin.people.ended", { count });
});

export const postTheirPhotoRemoval = forAdministrators(async (c, viewer) => {
  const account = await asked(c);
  if (!account) return notFound(c);
  const { kind } = await takeTheirPhotoOff(c.var.house, viewer, account.id);
  return done(c, `/admin/people/${account.id}`, kind === "taken-off" ? "admin.people.photoTakenOff" : "admin.people.photoNone");
});

export const showAdministrator = forAdministrators(async (c) => {
  const account = await asked(c);
  if (!account) return notFound(c);
  const isLast = account.administratorSince !== null && !(await otherAdministrators.one(c.var.house.db, account.id)).are;
  return show(c, administratorPage(c.var.view, { account, isLast }));
});

/** The form says which of the two was meant, so that pressing an old page does not do the opposite. */
export const postAdministrator = forAdministrators(async (c, viewer) => {
  const account = await asked(c);
  const { be } = await formValues(c);
  if (!account || (be !== "yes" && be !== "no")) return notFound(c);
  const path = `/admin/people/${account.id}`;
  if (be === "yes") {
    await appointAdministrator(c.var.house, viewer, account.id);
    return done(c, path, "admin.people.appointed");
  }
  const { kind } = await dismissAdministrator(c.var.house, viewer, account.id);
  if (kind === "last") return c.redirect(`${path}/administrator`, 303);
  return done(c, account.id === viewer.personId ? "/" : path, "admin.people.dismissed");
});

async function asked(c: Web): Promise<AccountInFull | null> {
  const id = c.req.param("person");
  return isId(id) ? accountInFull.maybe(c.var.house.db, id) : null;
}

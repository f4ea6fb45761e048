/** Limiting or suspending an account from its page in the administration. */
import { z } from "zod";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { accountSanctionPage } from "./account-sanction.pages.ts";
import { personToTell } from "./report.sql.ts";
import { sanctionAccount } from "./sanction.actions.ts";
import { sanctionsOf } from "./sanction.sql.ts";
import { accountActs, lengths, LONGEST_REASON } from "./sanction.ts";

const onAccount = z.object({
  act: z.enum(accountActs, "safety.actMissing"),
  reason: z.string("safety.reasonMissing").min(1, "safety.reasonMissing").max(LONGEST_REASON, "safety.wordsTooLong"),
  length: z.enum(lengths).catch("month"),
  hides: z.string().default("").transform((hides) => hides === "yes"),
});

export const showAccountSanction = forPeople((c, viewer) => form(c, viewer, { values: { length: "month" }, errors: {} }));

export const postAccountSanction = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const id = c.req.param("person");
  if (!viewer.isAdministrator || !isId(id)) return notFound(c);
  const sent = await parseForm(c, onAccount, view.t);
  if (!sent.ok) return form(c, viewer, sent.state, 422);
  const { kind } = await sanctionAccount(house, viewer, id, sent.value);
  if (kind === "not-found") return notFound(c);
  else if (kind === "already") return form(c, viewer, { ...sent.state, errors: { act: view.t("safety.account.already") } }, 422);
  else return done(c, `/admin/people/${id}`, "safety.decidedDone");
});

async function form(c: Web, viewer: Viewer, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { db } = c.var.house;
  const id = c.req.param("person");
  const account = viewer.isAdministrator && isId(id) && id !== viewer.personId ? await personToTell.maybe(db, id) : null;
  if (!account) return notFound(c);
  const before = await sanctionsOf.many(db, account.personId, [], true);
  return show(c, accountSanctionPage(c.var.view, { account: { id: account.personId, name: account.name }, before, state }), status);
}

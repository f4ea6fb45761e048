import { z } from "zod";
import { clientAddress } from "../platform/http/client-address.ts";
import { parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { hashToken, isId } from "../platform/ids.ts";
import type { Viewer } from "../people/viewer.ts";
import { done, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { appeal, settleAppeal } from "./appeal.actions.ts";
import { appealPage, sanctionPage } from "./appeal.pages.ts";
import { forModerators } from "./queue.routes.ts";
import { mayLookAt } from "./report.ts";
import { endSanctionBy } from "./sanction.actions.ts";
import { othersToAppealTo, sanctionById, sanctionByToken } from "./sanction.sql.ts";
import type { SanctionRow } from "./sanction.sql.ts";
import { LONGEST_APPEAL, LONGEST_REASON, mayAnswerAppeal, sanctionUrl } from "./sanction.ts";

const blank: FormState = { values: {}, errors: {} };
const appealForm = z.object({ words: z.string().min(1, "safety.objectMissing").max(LONGEST_APPEAL, "safety.objectTooLong") });
const answerForm = z.object({ answer: z.enum(["lift", "uphold"], "safety.answerMissing"), words: z.string().max(LONGEST_REASON, "safety.wordsTooLong").default("") });

/** The long link is the right to it. */
export async function showAppeal(c: Web): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const sanction = await sanctionByToken.maybe(c.var.house.db, hashToken(token));
  return sanction ? show(c, appealPage(c.var.view, { sanction, token, state: blank })) : notFound(c);
}

export async function postAppeal(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const token = c.req.param("token") ?? "";
  if (!(await withinRate(house.db, house.clock.now(), "appeal", clientAddress(c, house.config.trustProxy), { most: 30, minutes: 60 }))) return tooMany(c);
  const sanction = await sanctionByToken.maybe(house.db, hashToken(token));
  if (!sanction) return notFound(c);
  const form = await parseForm(c, appealForm, view.t);
  if (!form.ok) return show(c, appealPage(view, { sanction, token, state: form.state }), 422);
  const outcome = await appeal(house, token, form.value.words);
  return done(c, `/appeals/${token}`, outcome.kind === "sent" ? "safety.objectSent" : "safety.objectAlready");
}

export const showSanction = forModerators(async (c, viewer) => {
  const sanction = await load(c, viewer);
  return sanction ? one(c, viewer, sanction, blank) : notFound(c);
});

export const postSanctionEnd = forModerators(async (c, viewer) => {
  const sanction = await load(c, viewer);
  if (!sanction) return notFound(c);
  const { kind } = await endSanctionBy(c.var.house, viewer, sanction.id);
  return kind === "ended" ? done(c, sanctionUrl(sanction.id), "safety.endedDone") : notFound(c);
});

export const postAppealAnswer = forModerators(async (c, viewer) => {
  const { house, view } = c.var;
  const sanction = await load(c, viewer);
  if (!sanction) return notFound(c);
  const form = await parseForm(c, answerForm, view.t);
  if (!form.ok) return one(c, viewer, sanction, form.state, 422);
  const { kind } = await settleAppeal(house, viewer, sanction.id, { upheld: form.value.answer === "uphold", words: form.value.words });
  return kind === "not-found" ? notFound(c) : done(c, sanctionUrl(sanction.id), kind === "already" ? "safety.answeredAlready" : "safety.answeredDone");
});

async function load(c: Web, viewer: Viewer): Promise<SanctionRow | null> {
  const id = c.req.param("sanction");
  const sanction = isId(id) ? await sanctionById.maybe(c.var.house.db, id) : null;
  return sanction && mayLookAt(viewer, sanction) ? sanction : null;
}

async function one(c: Web, viewer: Viewer, sanction: SanctionRow, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const others = (await othersToAppealTo.one(c.var.house.db, sanction.id)).is;
  const mayAnswer = sanction.appealedAt !== null && mayAnswerAppeal(viewer, sanction, others);
  const decidedIt = sanction.setBy === viewer.personId;
  return show(c, sanctionPage(c.var.view, { sanction, mayAnswer, waitsForOthers: decidedIt && others, isOwnDecision: decidedIt && !others, state }), status);
}

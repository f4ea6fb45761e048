import { z } from "zod";
import { forPeople, notFound, show } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { formValues, parseForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { IN_A_DAY, newcomerMay, NEWCOMER_DAYS } from "../people/newcomer.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId, newId } from "../platform/ids.ts";
import { readTo, talkOf } from "./conversation.actions.ts";
import { conversationPage, messagesPage } from "./conversation.pages.ts";
import { conversationsOf } from "./conversation.sql.ts";
import { sendMessage } from "./message.actions.ts";
import { MESSAGE_RATE, messageBody } from "./message-form.ts";
import { messageBubble } from "./message.parts.ts";
import { messageById } from "./message.sql.ts";
import { messageAnchor, PAGE_LENGTH } from "./message.ts";

export const showMessages: Handler = forPeople(async (c, viewer) => show(c, messagesPage(c.var.view, await conversationsOf(c.var.house.db, viewer))));

export const showConversation: Handler = forPeople(async (c, viewer) => page(c, viewer, Number(c.req.query("before")) || undefined));

const utterance = z.object({ body: messageBody, once: z.string().min(1).max(64).default(() => newId()), from: z.enum(["event", "conversation"]).catch("conversation") });

/** A script that asks for JSON gets the bubble and a new form's `once`; a browser alone goes back to where it came from. */
export const postMessage: Handler = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const eventId = c.req.param("id")!;
  const form = await parseForm(c, utterance, view.t);
  if (!form.ok) return page(c, viewer, undefined, form.state, 422);
  const refuse = (message: string, status: 422 | 429) => page(c, viewer, undefined, { ...form.state, errors: { body: message } }, status);
  if (!(await newcomerMay(house, viewer, "message"))) return refuse(view.t("conversations.slowly", { most: IN_A_DAY.message, days: NEWCOMER_DAYS }), 429);
  if (!(await withinRate(house.db, house.clock.now(), "message", viewer.personId, MESSAGE_RATE))) return refuse(view.t("conversations.tooFast"), 429);
  const outcome = await sendMessage(house, viewer, { eventId, ...form.value });
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "closed") return refuse(view.t("conversations.closedNow"), 422);
  if (outcome.kind === "limited") return refuse(view.t("conversations.limited"), 422);
  if (c.req.header("accept") === "application/json") {
    const message = (await messageById.maybe(house.db, outcome.messageId))!;
    const talk = await talkOf(house, viewer, eventId, { length: 1 });
    return c.json({ id: messageAnchor(message.number), html: String(await messageBubble(view, message, talk ?? { mayWrite: true, isOrganiser: false })), once: newId() });
  }
  const anchor = messageAnchor(outcome.number);
  return c.redirect(form.value.from === "event" ? `/events/${eventId}#${anchor}` : `/events/${eventId}/conversation#${anchor}`, 303);
});

/** Said by a page that is open and seen, as live messages come in. */
export const postReading: Handler = forPeople(async (c, viewer) => {
  const number = Number((await formValues(c))["number"]);
  const id = c.req.param("id")!;
  if (!isId(id) || !Number.isSafeInteger(number) || number < 1 || number > 2 ** 31 - 1) return notFound(c);
  const { kind } = await readTo(c.var.house, viewer, id, number);
  return kind === "read" ? c.body(null, 204) : notFound(c);
});

async function page(c: Web, viewer: Viewer, before?: number, state?: FormState, status: 200 | 422 | 429 = 200) {
  const talk = await talkOf(c.var.house, viewer, c.req.param("id")!, { length: PAGE_LENGTH, ...(isPosition(before) ? { before } : {}) });
  if (!talk) return notFound(c);
  return show(c, conversationPage(c.var.view, talk, { once: newId(), ...(state ? { state } : {}) }), status);
}

function isPosition(before: number | undefined): before is number {
  return before !== undefined && Number.isSafeInteger(before) && before > 1 && before < 2 ** 31;
}

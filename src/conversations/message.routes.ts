import { z } from "zod";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { chatMarkdown } from "../platform/text/markdown.ts";
import { editPage, removalPage } from "./conversation.pages.ts";
import { MESSAGE_RATE, messageBody } from "./message-form.ts";
import { editMessage, messageFor, removeMessage } from "./message.actions.ts";
import type { OwnMessage } from "./message.actions.ts";
import { authorName } from "./message.parts.ts";
import { messageUrl } from "./message.ts";

export const showEdit: Handler = forPeople(async (c, viewer) => {
  const found = await load(c, viewer);
  return found?.mayEdit ? show(c, editPage(c.var.view, asked(found), { values: { body: found.message.body }, errors: {} })) : notFound(c);
});

export const postEdit: Handler = forPeople(async (c, viewer) => {
  const found = await load(c, viewer);
  if (!found?.mayEdit) return notFound(c);
  const form = await parseForm(c, z.object({ body: messageBody }), c.var.view.t);
  if (!form.ok) return show(c, editPage(c.var.view, asked(found), form.state), 422);
  const { house, view } = c.var;
  if (!(await withinRate(house.db, house.clock.now(), "message", viewer.personId, MESSAGE_RATE))) {
    return show(c, editPage(view, asked(found), { ...form.state, errors: { body: view.t("conversations.tooFast") } }), 429);
  }
  const outcome = await editMessage(house, viewer, found.message.id, form.value.body);
  return outcome.kind === "changed" ? done(c, messageUrl(outcome.eventId, outcome.number, outcome.count), "conversations.savedNotice") : notFound(c);
});

export const showRemoval: Handler = forPeople(async (c, viewer) => {
  const found = await load(c, viewer);
  if (!found?.mayRemove) return notFound(c);
  const name = isOwn(found, viewer) ? null : authorName(c.var.view, found.message);
  return show(c, removalPage(c.var.view, { ...asked(found), name, words: chatMarkdown(found.message.body) }));
});

/** Pressed twice, the second time finds it gone already and leads to the same place. */
export const postRemoval: Handler = forPeople(async (c, viewer) => {
  const found = await load(c, viewer);
  if (!found) return notFound(c);
  const back = messageUrl(found.eventId, found.message.number, found.count);
  if (found.message.deletedAt && found.message.deletedBy === viewer.personId) return done(c, back);
  const outcome = await removeMessage(c.var.house, viewer, found.message.id);
  if (outcome.kind !== "changed") return notFound(c);
  return done(c, back, isOwn(found, viewer) ? "conversations.takenBackNotice" : "conversations.removedNotice");
});

async function load(c: Web, viewer: Viewer): Promise<OwnMessage | null> {
  const id = c.req.param("id");
  return isId(id) ? messageFor(c.var.house, viewer, id) : null;
}

function isOwn({ message }: OwnMessage, viewer: Viewer): boolean {
  return message.authorId === viewer.personId;
}

function asked({ message, eventId, title, count }: OwnMessage) {
  return { id: message.id, eventId, title, back: messageUrl(eventId, message.number, count) };
}

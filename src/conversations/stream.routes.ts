import type { House } from "../house.ts";
import { notFound, tooMany } from "../web.ts";
import type { Handler } from "../web.ts";
import { openEventStream } from "../platform/http/event-stream.ts";
import { isId } from "../platform/ids.ts";
import { standingOf } from "./conversation.actions.ts";
import { conversationById } from "./conversation.sql.ts";
import { mayRead } from "./conversation.ts";
import { Live } from "./conversation.live.ts";
import { messageBubble, spoken } from "./message.parts.ts";
import { messageAnchor } from "./message.ts";

/** What is said from now on, and first what was missed since `after` (or since the browser's last id, when it comes back). */
export const streamConversation: Handler = async (c) => {
  const { house, viewer, view } = c.var;
  const id = c.req.param("id");
  const facts = viewer && isId(id) ? await conversationById.maybe(house.db, id, viewer.personId) : null;
  if (!viewer || !facts || !mayRead(facts, standingOf(viewer, facts))) return notFound(c);
  const live = liveOf(house);
  if (!live.hasRoomFor(viewer.personId)) return tooMany(c);
  let leave = () => {};
  const stream = openEventStream(() => leave());
  leave = live.join(facts.conversationId!, {
    personId: viewer.personId,
    sessionId: viewer.sessionId,
    stream,
    at: lastKnown(c.req.header("last-event-id") ?? c.req.query("after"), facts.revision),
    draw: async (message, powers) => {
      const current = { ...view, now: house.clock.now() };
      return {
        id: messageAnchor(message.number),
        number: message.number,
        html: String(await messageBubble(current, message, powers)),
        said: spoken(current, message),
      };
    },
  });
  return stream.response;
};

/** Nobody is brought more than the newest revisions; an id from the future begins at the present. */
function lastKnown(given: string | undefined, newest: number): number {
  const known = Number(given ?? newest);
  return Number.isSafeInteger(known) && known >= 0 && known <= newest ? known : newest;
}

const lives = new WeakMap<House, Live>();

function liveOf(house: House): Live {
  let live = lives.get(house);
  if (!live) lives.set(house, (live = new Live(house)));
  return live;
}

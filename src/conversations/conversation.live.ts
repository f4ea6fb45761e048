/**
 * Who listens to which conversation in this process. One LISTEN serves them all: a word that something was said wakes a conversation's listeners
 * once, its news are read once, who may still read is asked once for all of them, and only the drawing is done for each.
 */
import type { House } from "../house.ts";
import type { EventStream } from "../platform/http/event-stream.ts";
import { mayRead, mayWrite } from "./conversation.ts";
import type { Host, Standing } from "./conversation.ts";
import { listenersNow } from "./conversation.sql.ts";
import { messagesSince } from "./message.sql.ts";
import type { Message } from "./message.sql.ts";

export type Listening = {
  readonly personId: string;
  readonly sessionId: string;
  readonly stream: EventStream;
  /** The revision that they have. */
  at: number;
  /** Draws one message for this viewer. */
  readonly draw: (message: Message, powers: { mayWrite: boolean; isOrganiser: boolean }) => Promise<unknown>;
};

type Room = { readonly listeners: Set<Listening>; busy: boolean; again: boolean };

const BEAT_MS = 25_000;
const MOST_AT_ONCE = 200;

/** Pages that are looked at, on all of somebody's screens: hidden ones close theirs. In all, what one process has memory for. */
const MOST_OF_ONE_PERSON = 12;
const MOST_IN_ALL = 5000;

export class Live {
  #house: House;
  #rooms = new Map<string, Room>();
  #counts = new Map<string, number>();
  #inAll = 0;
  #timer: NodeJS.Timeout | null = null;
  #deaf: (() => void) | null = null;

  constructor(house: House) {
    this.#house = house;
  }

  /** Whoever is refused has a page that stays up to date by loading it again. */
  hasRoomFor(personId: string): boolean {
    return this.#inAll < MOST_IN_ALL && (this.#counts.get(personId) ?? 0) < MOST_OF_ONE_PERSON;
  }

  /** From now on they hear; what was said since `listening.at` comes first. Returns what ends it. */
  join(conversationId: string, listening: Listening): () => void {
    const room = this.#rooms.get(conversationId) ?? { listeners: new Set(), busy: false, again: false };
    this.#rooms.set(conversationId, room);
    room.listeners.add(listening);
    this.#count(listening.personId, 1);
    this.#deaf ??= this.#house.listener.on("conversation", (id) => (id === null ? this.#all() : void this.#tell(id)));
    this.#timer ??= setInterval(() => this.#all(true), BEAT_MS).unref();
    void this.#tell(conversationId);
    return () => {
      if (!room.listeners.delete(listening)) return;
      this.#count(listening.personId, -1);
      if (room.listeners.size === 0 && this.#rooms.get(conversationId) === room) this.#rooms.delete(conversationId);
      if (this.#rooms.size === 0) this.#rest();
    };
  }

  #count(personId: string, by: 1 | -1): void {
    const count = (this.#counts.get(personId) ?? 0) + by;
    if (count === 0) this.#counts.delete(personId);
    else this.#counts.set(personId, count);
    this.#inAll += by;
  }

  #rest(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#deaf?.();
    this.#timer = this.#deaf = null;
  }

  /** After a lost connection something may have been missed; at every beat, whoever may no longer read is shown out. */
  #all(beat = false): void {
    for (const [id, { listeners }] of this.#rooms) {
      if (beat) for (const { stream } of listeners) stream.beat();
      void this.#tell(id);
    }
  }

  /** One round at a time for a conversation; a word that comes meanwhile makes one more. */
  async #tell(id: string): Promise<void> {
    const room = this.#rooms.get(id);
    if (!room) return;
    if (room.busy) return void (room.again = true);
    room.busy = true;
    try {
      do {
        room.again = false;
        await this.#round(id, room);
      } while (room.again);
    } catch {
      // The database is away. Browsers come back by themselves and say what they have.
      for (const { stream } of room.listeners) stream.close();
    } finally {
      room.busy = false;
    }
  }

  async #round(id: string, room: Room): Promise<void> {
    const now = this.#house.clock.now();
    const present = [...room.listeners];
    if (present.length === 0) return;
    const since = Math.min(...present.map((one) => one.at));
    const [standings, news] = await Promise.all([
      listenersNow.many(this.#house.db, id, present.map((one) => one.sessionId), now),
      messagesSince.many(this.#house.db, id, since, MOST_AT_ONCE),
    ]);
    const bySession = new Map(standings.map((standing) => [standing.sessionId, standing]));
    for (const one of present) {
      const standing = bySession.get(one.sessionId);
      if (!standing || !mayRead(standing, standing)) one.stream.close();
      else await this.#bring(one, standing, news, now);
    }
    if (news.length === MOST_AT_ONCE) room.again = true;
  }

  async #bring(one: Listening, standing: Standing & Host & { hidden: string[] }, news: Message[], now: Temporal.Instant): Promise<void> {
    const powers = { mayWrite: mayWrite(standing, standing, now), isOrganiser: standing.isOrganiser };
    for (const message of news) {
      if (message.revision <= one.at) continue;
      const isHidden = message.authorId !== null && standing.hidden.includes(message.authorId) && !standing.isOrganiser;
      if (!isHidden) one.stream.send(message.revision, await one.draw(message, powers));
      one.at = message.revision;
    }
  }
}

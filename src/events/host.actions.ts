/** Asking another unit to share an event; its consent; either side ending it. The first host's event stays the first host's. */
import type { House } from "../house.ts";
import { unitById } from "../organisations/unit.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { isId, newId } from "../platform/ids.ts";
import type { Organiser } from "./event.actions.ts";
import { isBefore } from "./event.ts";
import type { Event } from "./event.ts";
import { eventForUpdate } from "./event.sql.ts";
import { acceptHosting, declineHosting, endHosting, hostingById, hostingsOf, insertHosting, touchEvent } from "./host.sql.ts";
import { DAYS_AFTER_NO, hostingState, MOST_HOSTS, sideOf } from "./host.ts";
import type { Hosting } from "./host.ts";

type NotYours = { kind: "not-found" };
const NOT_FOUND: NotYours = { kind: "not-found" };

export type AskOutcome = NotYours | { kind: "unit-gone" | "already" | "too-many" | "too-late" | "said-no" } | { kind: "asked" | "hosts"; unitName: string };

/** Asked by whom the event is; it hosts at once where the same person decides for both. */
export async function askToHost(house: House, by: Organiser, ask: { eventId: string; unitId: string }): Promise<AskOutcome> {
  return house.db.transaction(async (tx) => {
    const event = await eventForUpdate.maybe(tx, ask.eventId);
    if (!event || !mayOrganise(by as Viewer, event.firstHostPath)) return NOT_FOUND;
    const at = house.clock.now();
    if (isOver(event, at)) return { kind: "too-late" };
    const unit = isId(ask.unitId) ? await unitById.maybe(tx, ask.unitId) : null;
    if (!unit || unit.closedAt) return { kind: "unit-gone" };
    if (event.hostUnits.includes(unit.id)) return { kind: "already" };
    const others = await hostingsOf.many(tx, event.id, at.subtract({ hours: 24 * DAYS_AFTER_NO }));
    if (others.some((other) => other.unitId === unit.id && other.declinedAt)) return { kind: "said-no" };
    if (others.filter((other) => !other.declinedAt).length >= MOST_HOSTS) return { kind: "too-many" };
    const id = newId(at.epochMilliseconds);
    if ((await insertHosting.run(tx, id, event.id, unit.id, by.personId, at)) === 0) return { kind: "already" };
    await note(tx, "event.host-asked", by, { id, eventId: event.id, unitId: unit.id }, at);
    if (!mayOrganise(by as Viewer, unit.path)) return { kind: "asked", unitName: unit.name };
    await begin(tx, by, { id, eventId: event.id, unitId: unit.id }, at);
    return { kind: "hosts", unitName: unit.name };
  });
}

export type HostingOutcome = NotYours | { kind: "taken-back" | "too-late" } | { kind: "hosts" | "declined" | "ended"; hosting: Hosting };

/** From here on its members and organisers are served like the first host's. Saying yes twice says it once. */
export async function consentToHost(house: House, by: Organiser, id: string): Promise<HostingOutcome> {
  return decide(house, by, id, async (tx, hosting, at) => {
    await begin(tx, by, hosting, at);
    return { kind: "hosts", hosting };
  });
}

export async function declineToHost(house: House, by: Organiser, id: string): Promise<HostingOutcome> {
  return decide(house, by, id, async (tx, hosting, at) => {
    await declineHosting.run(tx, id, at);
    await note(tx, "event.host-declined", by, hosting, at);
    return { kind: "declined", hosting };
  });
}

/**
 * Takes the question back, or ends the sharing, from either side. Answers are people's own and stay: whoever comes keeps their place, and sees names
 * and conversation as everyone does who comes.
 */
export async function endSharing(house: House, by: Organiser, id: string, reason: string): Promise<HostingOutcome> {
  return house.db.transaction(async (tx) => {
    const found = await underLock(tx, id);
    const side = found && sideOf(by, found.hosting);
    if (!found || !side) return NOT_FOUND;
    const { hosting, event } = found;
    const state = hostingState(hosting);
    if (state !== "asked" && state !== "hosts") return { kind: "ended", hosting };
    if (state === "asked" && side === "asked") return NOT_FOUND; // they say no instead
    const at = house.clock.now();
    if (state === "hosts" && isOver(event, at)) return { kind: "too-late" };
    await endHosting.run(tx, id, by.personId, reason, at);
    if (state === "hosts") await touchEvent.run(tx, event.id, at);
    await note(tx, "event.host-ended", by, hosting, at, { side, hosted: state === "hosts" });
    return { kind: "ended", hosting };
  });
}

async function decide(house: House, by: Organiser, id: string, doing: (tx: Tx, hosting: Hosting, at: Temporal.Instant) => Promise<HostingOutcome>): Promise<HostingOutcome> {
  return house.db.transaction(async (tx) => {
    const found = await underLock(tx, id);
    if (!found || !mayOrganise(by as Viewer, found.hosting.unitPath)) return NOT_FOUND;
    const { hosting, event } = found;
    const at = house.clock.now();
    switch (hostingState(hosting)) {
      case "hosts":
        return { kind: "hosts", hosting };
      case "declined":
        return { kind: "declined", hosting };
      case "taken-back":
      case "ended":
        return { kind: "taken-back" };
      case "asked":
        return isOver(event, at) ? { kind: "too-late" } : doing(tx, hosting, at);
    }
  });
}

/** The event's row is locked first, as everywhere, and the asking read again under it. */
async function underLock(tx: Tx, id: string): Promise<{ hosting: Hosting; event: Event } | null> {
  const seen = await hostingById.maybe(tx, id);
  const event = seen && (await eventForUpdate.maybe(tx, seen.eventId));
  const hosting = event && (await hostingById.maybe(tx, id));
  return event && hosting ? { hosting, event } : null;
}

async function begin(tx: Tx, by: Organiser, hosting: Pick<Hosting, "id" | "eventId" | "unitId">, at: Temporal.Instant): Promise<void> {
  await acceptHosting.run(tx, hosting.id, by.personId, at);
  await touchEvent.run(tx, hosting.eventId, at);
  await note(tx, "event.host-accepted", by, hosting, at);
}

async function note(tx: Tx, kind: `event.host-${string}`, by: Organiser, { id, eventId, unitId }: Pick<Hosting, "id" | "eventId" | "unitId">, at: Temporal.Instant, about = {}): Promise<void> {
  await record(tx, { kind, at, by: by.personId, eventId, unitId, about: { hostingId: id, ...about } });
}

function isOver(event: Event, now: Temporal.Instant): boolean {
  return event.cancelledAt !== null || isBefore(event.endsAt, now);
}

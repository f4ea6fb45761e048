import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { decide } from "./rsvp.ts";
import type { Ask, Places, Standing } from "./rsvp.ts";
import { placesToGive } from "./giving.ts";

const at = (time: string) => Temporal.Instant.from(`2026-07-09T${time}:00Z`);
const NOW = Temporal.Instant.from("2026-07-07T09:00:00Z");

const evening: Places = {
  publishedAt: NOW,
  cancelledAt: null,
  isPostponed: false,
  startsAt: at("16:30"),
  endsAt: at("20:00"),
  answerBy: null,
  venueId: "the reading room",
  onlineUrl: null,
  capacity: 2,
  onlineCapacity: null,
  heldBack: 0,
  guestsEach: 0,
  offerHours: null,
  asksFirst: false,
  nextPlace: 1,
  goingCount: 0,
  maybeCount: 0,
  waitingCount: 0,
  onlineCount: 0,
  guestCount: 0,
  onlineWaitingCount: 0,
  keptCount: 0,
  onlineKeptCount: 0,
  toRoomCount: 0,
  toOnlineCount: 0,
};
const come = (from: string | null = null, until: string | null = null): Ask => ({ answer: "going", from: from ? at(from) : null, until: until ? at(until) : null, isUnlisted: false });
const no: Ask = { answer: "not_going" };
const standing = (facts: Partial<Standing>): Standing => ({ answer: "going", from: null, until: null, isOnline: false, guests: 0, placeNo: 1, moveNo: null, offeredUntil: null, declinedAt: null, isUnlisted: false, ...facts });

test("refuses, and says why", () => {
  const why = (event: Partial<Places>, ask: Ask, before: Standing | null = null, now = NOW) => {
    const decision = decide({ ...evening, ...event }, before, ask, now);
    return decision.kind === "refused" ? decision.why : decision.kind;
  };
  assert.equal(why({ publishedAt: null }, come()), "not-published");
  assert.equal(why({ cancelledAt: NOW }, come()), "cancelled");
  assert.equal(why({ cancelledAt: NOW }, no, standing({})), "cancelled");
  assert.equal(why({}, come(), null, at("20:00")), "over");
  assert.equal(why({}, come(), null, at("19:59")), "answered");
  assert.equal(why({}, come("16:00")), "times-outside");
  assert.equal(why({}, come(null, "20:30")), "times-outside");
  assert.equal(why({}, come("18:00", "18:00")), "times-outside");
  assert.equal(why({}, come("20:00")), "times-outside");
});

test("after the last day for answers, a place can be given back or its times changed, but not taken", () => {
  const closed = { ...evening, answerBy: NOW };
  const kind = (before: Standing | null, ask: Ask) => decide(closed, before, ask, NOW).kind;
  assert.equal(kind(null, come()), "refused");
  assert.equal(kind(null, { answer: "maybe" }), "refused");
  assert.equal(kind(standing({ answer: "maybe" }), come()), "refused");
  assert.equal(kind(null, no), "answered");
  assert.equal(kind(standing({}), come(null, "18:00")), "answered");
  assert.equal(kind(standing({}), { answer: "maybe" }), "answered");
  assert.equal(kind(standing({ answer: "waitlisted" }), no), "answered");
});

test("from the start and to the end are no times at all", () => {
  const decision = decide(evening, null, come("16:30", "20:00"), NOW);
  assert.ok(decision.kind === "answered");
  assert.equal(decision.standing.from, null);
  assert.equal(decision.standing.until, null);
});

test("a free place belongs to whoever waits, not to whoever asks", () => {
  const raised = { ...evening, capacity: 3, goingCount: 2, waitingCount: 1, nextPlace: 4 };
  const decision = decide(raised, null, come(), NOW);
  assert.ok(decision.kind === "answered");
  assert.equal(decision.standing.answer, "waitlisted");
  assert.equal(placesToGive({ ...raised, ...decision.counts }, "main", NOW), 1);
});

test("nobody is moved up to an event that is over, called off or a draft", () => {
  const waiting = { ...evening, waitingCount: 5 };
  assert.equal(placesToGive(waiting, "main", NOW), 2);
  assert.equal(placesToGive(waiting, "main", at("20:00")), 0);
  assert.equal(placesToGive({ ...waiting, cancelledAt: NOW }, "main", NOW), 0);
  assert.equal(placesToGive({ ...waiting, publishedAt: null }, "main", NOW), 0);
  assert.equal(placesToGive({ ...waiting, capacity: null }, "main", NOW), 5);
});

/** What an event's rows look like to the rules: the actions do with SQL what this does with a map. */
class Hall {
  event: Places;
  readonly answers = new Map<number, Standing>();

  constructor(capacity: number | null) {
    this.event = { ...evening, capacity };
  }

  ask(person: number, ask: Ask) {
    const decision = decide(this.event, this.answers.get(person) ?? null, ask, NOW);
    if (decision.kind !== "answered") return [];
    this.answers.set(person, decision.standing);
    this.event = { ...this.event, ...decision.counts };
    return this.promote();
  }

  promote() {
    const promoted = this.line().slice(0, placesToGive(this.event, "main", NOW));
    for (const person of promoted) this.answers.set(person, { ...this.answers.get(person)!, answer: "going" });
    const { goingCount, waitingCount } = this.event;
    this.event = { ...this.event, goingCount: goingCount + promoted.length, waitingCount: waitingCount - promoted.length };
    return promoted;
  }

  line() {
    return this.who("waitlisted");
  }

  who(answer: Standing["answer"]) {
    return [...this.answers].filter(([, standing]) => standing.answer === answer).sort(([, a], [, b]) => a.placeNo - b.placeNo).map(([person]) => person);
  }
}

const someAsk = fc.oneof(
  { weight: 4, arbitrary: fc.constant(come()) },
  { weight: 2, arbitrary: fc.constantFrom(come(null, "18:00"), come("17:00"), come("17:00", "18:00")) },
  { weight: 2, arbitrary: fc.constant(no) },
  { weight: 1, arbitrary: fc.constant<Ask>({ answer: "maybe" }) },
);
const evenings = fc.record({ capacity: fc.option(fc.integer({ min: 1, max: 5 })), asks: fc.array(fc.tuple(fc.nat(9), someAsk), { maxLength: 80 }) });

test("however people answer, the hall is never overfull, counts are exact and the line keeps its order", () => {
  fc.assert(
    fc.property(evenings, ({ capacity, asks }) => {
      const hall = new Hall(capacity);
      for (const [person, ask] of asks) {
        const before = { going: new Set(hall.who("going")), line: hall.line(), standing: hall.answers.get(person) };
        const promoted = hall.ask(person, ask);
        const after = { going: new Set(hall.who("going")), line: hall.line() };

        assert.ok(capacity === null || after.going.size <= capacity, "no more than there is room for");
        assert.equal(after.going.size, hall.event.goingCount);
        assert.equal(after.line.length, hall.event.waitingCount);
        assert.equal(hall.who("maybe").length, hall.event.maybeCount);
        assert.ok(after.line.length === 0 || after.going.size === capacity, "nobody waits beside an empty chair");
        assert.equal(new Set([...hall.answers.values()].map((standing) => standing.placeNo)).size, hall.answers.size, "a place in the order is one person's");

        for (const other of before.going) if (other !== person) assert.ok(after.going.has(other), "nobody else loses a place");
        if (before.going.has(person) && ask.answer === "going") assert.equal(hall.answers.get(person)!.placeNo, before.standing!.placeNo, "new times keep the place");
        const frees = before.going.has(person) && ask.answer !== "going";
        if (capacity !== null) assert.deepEqual(promoted, frees ? before.line.slice(0, 1) : [], "one leaves, exactly the first in line moves up");
        const stayed = before.line.filter((other) => other !== person && !promoted.includes(other));
        assert.deepEqual(after.line.filter((other) => other !== person), stayed, "the line keeps its order");
        if (before.line.includes(person) && ask.answer === "going") assert.equal(after.line.indexOf(person), before.line.indexOf(person), "asking again keeps the place in line");
      }
    }),
    { numRuns: 400 },
  );
});

test("a raised capacity moves up exactly as many as fit, in order, once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 6 }), (capacity, people, more) => {
      const hall = new Hall(capacity);
      for (let person = 0; person < people; person++) hall.ask(person, come());
      hall.event = { ...hall.event, capacity: capacity + more };
      const line = hall.line();
      assert.deepEqual(hall.promote(), line.slice(0, more));
      assert.deepEqual(hall.promote(), []);
    }),
  );
});

test("the same answer twice is one answer", () => {
  fc.assert(
    fc.property(evenings, someAsk, ({ capacity, asks }, ask) => {
      const hall = new Hall(capacity);
      for (const [person, each] of asks) hall.ask(person, each);
      hall.ask(0, ask);
      assert.equal(decide(hall.event, hall.answers.get(0)!, ask, NOW).kind, "unchanged");
    }),
  );
});

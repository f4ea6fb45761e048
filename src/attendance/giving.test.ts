/** A hall with everything at once: a room and a link, guests, places held back, offers that lapse. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { capacityOf, inLine, placesLeft, placesOver, placesTaken } from "../events/places.ts";
import type { Hall } from "../events/places.ts";
import { agreed, declined, givenHeld, heldToGive, isToAgree, mayBeGiven } from "./agreeing.ts";
import type { OrganisersWord } from "./agreeing.ts";
import { given, hallThatGives, lapsed, placesToGive } from "./giving.ts";
import { offerEnd } from "./offer.ts";
import { decide } from "./rsvp.ts";
import type { Ask, Places, Standing } from "./rsvp.ts";
import { countsAfter, hallOf } from "./standing.ts";

const START = Temporal.Instant.from("2026-07-20T17:00:00Z");
const NOW = Temporal.Instant.from("2026-07-07T09:00:00Z");
const HALLS: readonly Hall[] = ["main", "online"];
const nothing = { nextPlace: 1, goingCount: 0, maybeCount: 0, waitingCount: 0, onlineCount: 0, guestCount: 0, onlineWaitingCount: 0, keptCount: 0, onlineKeptCount: 0, toRoomCount: 0, toOnlineCount: 0 };
const evening: Places = {
  publishedAt: NOW, cancelledAt: null, isPostponed: false, startsAt: START, endsAt: START.add({ hours: 3 }), answerBy: null, venueId: "the reading room", onlineUrl: "https://meet.example", capacity: 2,
  onlineCapacity: 1, heldBack: 0, guestsEach: 2, offerHours: null, asksFirst: false, ...nothing,
};
type Coming = Extract<Ask, { answer: "going" }>;
const come = (more: Partial<Coming> = {}): Coming => ({ answer: "going", from: null, until: null, isUnlisted: false, ...more });

/** What an event's rows look like to the rules: the actions do with SQL what this does with a map. */
class House {
  readonly people = new Map<number, Standing>();
  /** Who was given a place in line, in order. */
  readonly gifts: { person: number; hall: Hall }[] = [];
  event: Places;
  now = NOW;

  constructor(settings: Partial<Places> = {}) {
    this.event = { ...evening, ...settings };
  }

  ask(person: number, ask: Ask): string {
    this.settle();
    const decision = decide(this.event, this.people.get(person) ?? null, ask, this.now);
    if (decision.kind === "answered") this.write(person, decision.standing);
    this.give();
    return decision.kind;
  }

  say(person: number, word: OrganisersWord): void {
    this.settle();
    this.give();
    const before = this.people.get(person);
    if (!before) return;
    if (word === "agree" && isToAgree(before)) this.write(person, agreed(this.event, before));
    else if (word === "decline" && before.answer === "asked") this.write(person, declined(this.event, before, this.now));
    else if (word === "give-held" && mayBeGiven(before) && heldToGive(this.event) > 0) {
      this.write(person, givenHeld(this.event, before));
      this.event = { ...this.event, heldBack: this.event.heldBack - 1 };
    }
    this.give();
  }

  wait(hours: number): void {
    this.now = this.now.add({ hours });
    this.settle();
    this.give();
  }

  write(person: number, after: Standing): void {
    this.event = { ...this.event, ...countsAfter(this.event, this.people.get(person) ?? null, after) };
    this.people.set(person, after);
  }

  settle(): void {
    for (const [person, one] of this.people) if (one.offeredUntil && Temporal.Instant.compare(one.offeredUntil, this.now) <= 0) this.write(person, lapsed(this.event, one));
  }

  give(): void {
    for (let hall = hallThatGives(this.event, this.now); hall; hall = hallThatGives(this.event, this.now)) {
      const next = this.line(hall).slice(0, placesToGive(this.event, hall, this.now));
      assert.ok(next.length > 0, "the counts promise nobody whom the line does not hold");
      for (const person of next) {
        this.write(person, given(this.event, this.people.get(person)!, "Europe/London", this.now));
        this.gifts.push({ person, hall });
      }
    }
  }

  line(hall: Hall): number[] {
    const nth = ([, one]: [number, Standing]) => {
      if (one.moveNo !== null) return hallOf(this.event, { isOnline: !one.isOnline }) === hall ? one.moveNo : null;
      return one.answer === "waitlisted" && !one.offeredUntil && hallOf(this.event, one) === hall ? one.placeNo : null;
    };
    return [...this.people].filter((entry) => nth(entry) !== null).sort((a, b) => nth(a)! - nth(b)!).map(([person]) => person);
  }

  taken(hall: Hall): number {
    const here = [...this.people.values()].filter((one) => hallOf(this.event, one) === hall);
    return here.reduce((sum, one) => sum + (one.answer === "going" ? 1 + one.guests : one.offeredUntil ? 1 : 0), 0);
  }
}

const someAsk = fc.oneof(
  { weight: 6, arbitrary: fc.record({ answer: fc.constant("going" as const), from: fc.constant(null), until: fc.constant(null), isUnlisted: fc.boolean(), isOnline: fc.boolean(), guests: fc.nat(3), letsGo: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant<Ask>({ answer: "not_going" }) },
  { weight: 1, arbitrary: fc.constant<Ask>({ answer: "maybe" }) },
);
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ person: fc.nat(7), ask: someAsk }) },
  { weight: 2, arbitrary: fc.record({ hours: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 4, arbitrary: fc.record({ person: fc.nat(7), word: fc.constantFrom<OrganisersWord>("agree", "decline", "give-held") }) },
  { weight: 1, arbitrary: fc.record({ capacity: fc.integer({ min: 1, max: 6 }) }) },
);
const settings = fc.record({
  capacity: fc.option(fc.integer({ min: 1, max: 5 })),
  onlineCapacity: fc.option(fc.integer({ min: 1, max: 3 })),
  heldBack: fc.nat(2),
  guestsEach: fc.nat(2),
  offerHours: fc.option(fc.integer({ min: 2, max: 48 })),
  asksFirst: fc.boolean(),
  venueId: fc.constantFrom("the reading room", null),
  onlineUrl: fc.constantFrom("https://meet.example", null),
});

test("by any interleaving: no hall is overfull, none loses a place by answering, lines keep their order, each place is given once", () => {
  fc.assert(
    fc.property(settings, fc.array(step, { maxLength: 60 }), (chosen, steps) => {
      const house = new House(chosen);
      for (const one of steps) {
        const before = new Map(house.people);
        const taken = HALLS.map((hall) => house.taken(hall));
        const lines = HALLS.map((hall) => house.line(hall));
        const gifts = house.gifts.length;
        const person = "person" in one ? one.person : null;
        if ("ask" in one) house.ask(one.person, one.ask);
        else if ("word" in one) house.say(one.person, one.word);
        else if ("hours" in one) house.wait(one.hours);
        else house.event = { ...house.event, capacity: one.capacity };

        for (const [i, hall] of HALLS.entries()) {
          const capacity = capacityOf(house.event, hall);
          // Of a place that is given by name the line never had a say.
          const held = hall === "main" && !("word" in one && one.word === "give-held") ? house.event.heldBack : 0;
          const usable = capacity === null ? Infinity : Math.max(0, capacity - held);
          assert.ok(house.taken(hall) <= Math.max(taken[i]!, usable), "no more than there is room for; held places are not given");
          assert.equal(house.taken(hall), hall === "online" && !(chosen.venueId && chosen.onlineUrl) ? 0 : placesTaken(house.event, hall), "the counts are exact");
          if (!("capacity" in one) && (hall === "main" || (chosen.venueId && chosen.onlineUrl))) {
            assert.equal(house.line(hall).length, inLine(house.event, hall));
            if (house.event.publishedAt && Temporal.Instant.compare(house.now, house.event.endsAt) < 0) assert.ok(house.line(hall).length === 0 || placesLeft(house.event, hall) === 0, "nobody waits beside an empty chair");
          }
          const given = house.gifts.slice(gifts).filter((gift) => gift.hall === hall).map((gift) => gift.person);
          const others = lines[i]!.filter((other) => other !== person);
          assert.deepEqual(given.filter((other) => other !== person).slice(0, others.length), others.slice(0, given.filter((other) => other !== person).length), "in order");
          assert.equal(new Set(given).size, given.length, "nobody is given the same place twice");
        }
        for (const [other, was] of before) {
          if (was.answer === "going" && other !== person) assert.equal(house.people.get(other)!.answer, "going", "nobody else loses a place");
          if (was.answer === "going" && other === person && "ask" in one && one.ask.answer === "going" && !one.ask.letsGo) assert.equal(house.people.get(other)!.answer, "going", "none with a place loses it by answering");
          if (was.offeredUntil && other !== person && Temporal.Instant.compare(was.offeredUntil, house.now) > 0) assert.ok(house.people.get(other)!.offeredUntil?.equals(was.offeredUntil), "an offer stands until it ends");
        }
        for (const one of house.people.values()) if (one.isOnline) assert.equal(one.guests, 0, "nobody brings guests to a link");
        const numbers = [...house.people.values()].flatMap((each) => [each.placeNo, ...(each.moveNo === null ? [] : [each.moveNo])]);
        assert.equal(new Set(numbers).size, numbers.length, "a place in the order is one person's");
      }
    }),
    { numRuns: 600 },
  );
});

test("moving to a full link keeps the chair until the link is sure, then the chair goes to who waits for it", () => {
  const house = new House();
  house.ask(1, come({ isOnline: true }));
  house.ask(2, come());
  house.ask(3, come());
  house.ask(4, come());
  assert.deepEqual(house.line("main"), [4]);
  house.ask(2, come({ isOnline: true }));
  assert.deepEqual([house.people.get(2)!.isOnline, house.people.get(2)!.answer, house.line("online")], [false, "going", [2]]);
  house.ask(1, { answer: "not_going" });
  assert.equal(house.people.get(2)!.isOnline, true);
  assert.equal(house.people.get(4)!.answer, "going", "the chair that was left goes to the next");
  house.ask(3, come({ isOnline: true, letsGo: true }));
  assert.equal(house.people.get(3)!.answer, "waitlisted", "whoever would rather let it go, only waits");
});

test("a person comes before a guest, and more guests than there are places leave the own place alone", () => {
  const house = new House({ capacity: 3, onlineUrl: null });
  assert.equal(house.ask(1, come({ guests: 2 })), "answered");
  assert.equal(house.event.guestCount, 2);
  house.ask(2, come());
  assert.equal(house.people.get(2)!.answer, "waitlisted");
  house.ask(1, come({ guests: 0 }));
  assert.equal(house.people.get(2)!.answer, "going");
  assert.equal(house.ask(1, come({ guests: 2 })), "too-many-guests");
  assert.deepEqual([house.people.get(1)!.answer, house.people.get(1)!.guests], ["going", 0]);
  assert.equal(house.ask(1, come({ guests: 1 })), "answered");
});

test("an offer is kept for its time, then goes to the next; near the start there are none", () => {
  const house = new House({ capacity: 1, onlineUrl: null, offerHours: 24 });
  for (const person of [1, 2, 3]) house.ask(person, come());
  house.ask(1, { answer: "not_going" });
  assert.equal(house.people.get(2)!.offeredUntil?.toString(), "2026-07-08T09:00:00Z");
  house.ask(4, come());
  assert.deepEqual(house.line("main"), [3, 4], "the kept place is nobody else's");
  house.wait(24);
  assert.deepEqual([house.people.get(2)!.answer, house.people.get(3)!.offeredUntil !== null], ["maybe", true]);
  house.ask(3, come());
  assert.equal(house.people.get(3)!.answer, "going");
  house.now = START.subtract({ hours: 30 });
  house.ask(3, { answer: "not_going" });
  assert.equal(house.people.get(4)!.answer, "going");
});

test("no offer ends in the night", () => {
  const end = (from: string, hours: number, zone = "Europe/London") => offerEnd(Temporal.Instant.from(from), hours, zone, START)?.toString();
  assert.equal(end("2026-07-07T19:30:00Z", 24), "2026-07-08T19:30:00Z");
  assert.equal(end("2026-07-07T20:30:00Z", 24), "2026-07-09T08:00:00Z", "21:30 becomes the next morning");
  assert.equal(end("2026-07-07T02:30:00Z", 24), "2026-07-08T08:00:00Z");
  assert.equal(end("2026-07-07T09:00:00Z", 24, "America/Los_Angeles"), "2026-07-08T16:00:00Z", "their own night, not the hall's");
  assert.equal(end("2026-07-19T09:00:00Z", 12), undefined);
});

test("who asked takes no place until an organiser agrees", () => {
  const house = new House({ capacity: 1, onlineUrl: null, asksFirst: true });
  house.ask(1, come());
  assert.deepEqual([house.people.get(1)!.answer, house.event.goingCount, house.event.waitingCount], ["asked", 0, 0]);
});

test("nothing is given before it is published, once it is off, and once it is over", () => {
  const free: Places = { ...evening, waitingCount: 1 };
  assert.equal(placesToGive(free, "main", NOW), 1);
  for (const event of [{ ...free, publishedAt: null }, { ...free, cancelledAt: NOW }]) assert.equal(placesToGive(event, "main", NOW), 0);
  assert.equal(placesToGive(free, "main", free.endsAt), 0);
});

test("a shrinking capacity throws nobody out, and the next places given back are not given again", () => {
  const house = new House({ capacity: 4, onlineUrl: null });
  for (const person of [1, 2, 3, 4, 5]) house.ask(person, come());
  house.event = { ...house.event, capacity: 2 };
  assert.equal(placesOver(house.event), 2);
  house.ask(1, { answer: "not_going" });
  house.ask(2, { answer: "not_going" });
  assert.equal(house.people.get(5)!.answer, "waitlisted");
  house.ask(3, { answer: "not_going" });
  assert.equal(house.people.get(5)!.answer, "going");
});

import assert from "node:assert/strict";
import test from "node:test";
import type { Event } from "../events/event.ts";
import { todo } from "./todo.ts";
import type { TodoFacts } from "./todo.ts";

const at = (text: string) => Temporal.Instant.from(text);
const NOW = at("2026-07-07T09:00:00Z");
const EVENT = {
  startsAt: at("2026-07-09T16:30:00Z"), endsAt: at("2026-07-09T20:00:00Z"), doorsAt: null, publishedAt: at("2026-06-01T09:00:00Z"), cancelledAt: null, answerBy: null, conversationOpensAt: null,
  venueId: "v", venueAddress: "4 Mill Lane", stepFree: "Yes", about: "Tea", summary: "", icebreaker: "What?", goingCount: 8, maybeCount: 0, waitingCount: 0,
} as unknown as Event;
const FACTS: TodoFacts = { messages: 3, lastSaid: "See you there", lastSaidAt: at("2026-07-06T09:00:00Z"), lastSaidByOrganiser: false, duties: 0, organisers: 1, asking: 0, needs: 0, needsBy: null, firstTime: 0, thanksDecided: true, welcoming: { agreed: 0, asked: 0, willing: 0 } };
const kinds = (event: Partial<Event> = {}, facts: Partial<TodoFacts> = {}, now = NOW) => todo({ ...EVENT, ...event }, { ...FACTS, ...facts }, now).map(({ kind }) => kind);

test("nothing is left where everything is done", () => assert.deepEqual(kinds(), []));

test("what the description lacks", () => {
  assert.deepEqual(kinds({ venueAddress: "", stepFree: "", about: "", icebreaker: "" }), ["place", "access", "about", "icebreaker"]);
  assert.deepEqual(kinds({ venueId: null, venueAddress: null, stepFree: null }), [], "online there is no door");
  assert.deepEqual(kinds({ publishedAt: null, icebreaker: "" }, { messages: 0 }), ["publish", "icebreaker"], "a draft has no conversation yet");
});

test("the conversation: silence, and a question that has stood for half a day", () => {
  assert.deepEqual(kinds({}, { messages: 0, lastSaid: null, lastSaidAt: null, lastSaidByOrganiser: null }), ["say-hello"]);
  assert.deepEqual(kinds({ conversationOpensAt: at("2026-07-08T09:00:00Z") }, { messages: 0 }), [], "it is not open yet");
  const asked = { lastSaid: "Is there parking? ", lastSaidAt: at("2026-07-06T20:00:00Z") };
  assert.deepEqual(kinds({}, asked), ["question"]);
  assert.deepEqual(kinds({}, { ...asked, lastSaid: "駐車場はありますか？" }), ["question"]);
  assert.deepEqual(kinds({}, { ...asked, lastSaidAt: at("2026-07-07T01:00:00Z") }), [], "people sleep");
  assert.deepEqual(kinds({}, { ...asked, lastSaidByOrganiser: true }), []);
});

test("people who wait, and too many for one", () => {
  assert.deepEqual(kinds({}, { asking: 2 }), ["asked"]);
  assert.deepEqual(kinds({ waitingCount: 2 }), ["waiting"]);
  assert.deepEqual(kinds({ goingCount: 21 }), ["share"]);
  assert.deepEqual(kinds({ goingCount: 21 }, { duties: 1 }), []);
});

test("newcomers, and nobody to meet them", () => {
  const nobody = { agreed: 0, asked: 0, willing: 0 };
  const newcomers = (welcoming: TodoFacts["welcoming"], event: Partial<Event> = {}) => todo({ ...EVENT, ...event }, { ...FACTS, firstTime: 2, welcoming }, NOW).find(({ kind }) => kind === "newcomers");
  assert.equal(newcomers(nobody)?.state, "none");
  assert.deepEqual([newcomers({ ...nobody, willing: 3 })?.state, newcomers({ ...nobody, willing: 3 })?.others], ["willing", 3]);
  assert.deepEqual([newcomers({ agreed: 0, asked: 1, willing: 3 })?.state, newcomers({ agreed: 0, asked: 1, willing: 3 })?.others], ["asked", 1]);
  assert.equal(newcomers({ ...nobody, agreed: 1 }), undefined);
  assert.equal(newcomers(nobody, { venueId: null }), undefined, "online there is no door");
});

test("thanks: decided once, and not thought of a week before", () => {
  const near = at("2026-07-08T12:00:00Z");
  assert.deepEqual(kinds({}, { thanksDecided: false }, near), ["thanks"]);
  assert.deepEqual(kinds({}, { thanksDecided: false }), [], "there is time");
  assert.deepEqual(kinds({ goingCount: 0 }, { thanksDecided: false }, near), [], "nobody to thank");
});

test("called off or over, there is nothing left", () => {
  assert.deepEqual(kinds({ stepFree: "" }, {}, at("2026-07-10T09:00:00Z")), []);
  assert.deepEqual(kinds({ cancelledAt: NOW, stepFree: "" }), []);
});

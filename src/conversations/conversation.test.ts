import assert from "node:assert/strict";
import test from "node:test";
import { mayRead, mayWrite, stateOf } from "./conversation.ts";
import type { Answer, Host, Standing } from "./conversation.ts";

const at = (text: string) => Temporal.Instant.from(`2026-${text}:00Z`);
const host: Host = { publishedAt: at("06-02T09:00"), cancelledAt: null, endsAt: at("07-09T20:00"), opensAt: at("06-25T09:00"), audience: "everyone", namesFor: "members" };
const stranger: Standing = { answer: null, isMember: false, isOrganiser: false, isInvited: false, isBarred: false };

test("it opens, stays open for a fortnight after the evening, and then can only be read", () => {
  assert.deepEqual(stateOf(host, at("06-25T08:59")), { kind: "opens", at: host.opensAt });
  assert.equal(stateOf(host, at("06-25T09:00")).kind, "open");
  assert.equal(stateOf(host, at("07-23T19:59")).kind, "open");
  assert.deepEqual(stateOf(host, at("07-23T20:00")), { kind: "closed", because: "over" });
  assert.equal(stateOf({ ...host, opensAt: null }, at("06-02T09:00")).kind, "open");
  assert.deepEqual(stateOf({ ...host, cancelledAt: at("07-01T09:00") }, at("07-02T09:00")), { kind: "closed", because: "cancelled" });
});

test("members, those coming and those in line read; those coming, perhaps coming, and organisers write", () => {
  const may = (standing: Partial<Standing>) => {
    const full = { ...stranger, ...standing };
    return `${mayRead(host, full) ? "reads" : "-"} ${mayWrite(host, full, at("07-01T09:00")) ? "writes" : "-"}`;
  };
  assert.equal(may({}), "- -");
  assert.equal(may({ isMember: true }), "reads -");
  assert.equal(may({ isOrganiser: true }), "reads writes");
  const answers: Record<Answer, string> = { going: "reads writes", maybe: "reads writes", waitlisted: "reads -", asked: "- -", not_going: "- -" };
  for (const [answer, expected] of Object.entries(answers)) assert.equal(may({ answer: answer as Answer }), expected, answer);
  assert.equal(may({ answer: "not_going", isMember: true }), "reads -");
});

test("a draft has none, and a closed one takes no more words", () => {
  const organiser = { ...stranger, isOrganiser: true };
  assert.equal(mayRead({ ...host, publishedAt: null }, organiser), false);
  assert.equal(mayWrite(host, organiser, at("06-20T09:00")), false);
  assert.equal(mayWrite({ ...host, cancelledAt: at("07-01T09:00") }, organiser, at("07-02T09:00")), false);
});

import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { idFrom } from "../platform/ids.ts";
import { readUnsubscribeToken, unsubscribeToken } from "./unsubscribe-link.ts";

const who = { personId: idFrom("person"), organisationId: idFrom("organisation") };

test("a link leads back to whom it was made for, and is the same each time", () => {
  const token = unsubscribeToken("secret", who);
  assert.match(token, /^[\w-]{64}$/);
  assert.equal(unsubscribeToken("secret", who), token);
  assert.deepEqual(readUnsubscribeToken("secret", token), who);
  assert.deepEqual(readUnsubscribeToken("secret", unsubscribeToken("secret", { ...who, organisationId: null })), { ...who, organisationId: null });
});

test("it shows nothing of the ids, and two links of one person have nothing in common", () => {
  const bytes = Buffer.from(unsubscribeToken("secret", who), "base64url");
  const other = Buffer.from(unsubscribeToken("secret", { ...who, organisationId: null }), "base64url");
  const person = Buffer.from(who.personId.replaceAll("-", ""), "hex");
  assert.ok(!bytes.includes(person));
  assert.notDeepEqual(bytes.subarray(16, 32), other.subarray(16, 32));
});

test("no changed character, other secret or made-up text is let in", () => {
  const token = unsubscribeToken("secret", who);
  assert.equal(readUnsubscribeToken("another secret", token), null);
  fc.assert(
    fc.property(fc.nat(47), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(token, "base64url");
      changed[at]! ^= flip;
      return readUnsubscribeToken("secret", changed.toString("base64url")) === null;
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => readUnsubscribeToken("secret", text) === null));
});

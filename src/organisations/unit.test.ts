import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { codesFor, freeSlug, slugFrom, unitUrl } from "./unit.ts";

test("a name becomes an address, and never the address of another page", () => {
  assert.equal(slugFrom("Örebro & Łódź Librarians’ Straße", "group"), "orebro-lodz-librarians-strasse");
  assert.equal(slugFrom("図書館の会", "organisation"), "organisation");
  assert.equal(slugFrom("Members", "group"), "members-group");
  assert.equal(slugFrom("New", "organisation"), "new-organisation");
  assert.equal(freeSlug("wales", new Set(["wales", "wales-2", "wales-4"])), "wales-3");
  fc.assert(fc.property(fc.string(), (name) => assert.match(slugFrom(name, "branch"), /^[a-z0-9]+(-[a-z0-9]+)*$/)));
});

test("codes that fit a name come first, and there is always another", () => {
  const first = (name: string) => codesFor(name).next().value;
  assert.equal(first("The Library Guild"), "TLG");
  assert.equal(first("Fenbridge Library Circle"), "FLC");
  assert.equal(first("Map Room"), "MRO");
  assert.equal(first("Cartographers"), "CAR");
  const all = [...codesFor("The Library Guild")];
  assert.equal(all.length, 26 ** 3);
  assert.equal(new Set(all).size, all.length);
  fc.assert(fc.property(fc.string(), (name) => assert.match(String(first(name)), /^[A-Z]{3}$/)));
});

test("an organisation's page and a unit's page", () => {
  assert.equal(unitUrl({ kind: "organisation", slug: "library-guild", organisationSlug: "library-guild" }), "/organisations/library-guild");
  assert.equal(unitUrl({ kind: "branch", slug: "wales", organisationSlug: "library-guild" }), "/organisations/library-guild/wales");
});

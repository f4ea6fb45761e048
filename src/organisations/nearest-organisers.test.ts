import assert from "node:assert/strict";
import test from "node:test";
import { nearestOrganisers } from "./nearest-organisers.ts";

const of = (unitId: string, personId: string) => ({ unitId, personId });
const people = (list: { personId: string }[]) => list.map(({ personId }) => personId).join(" ");

test("of the host itself, else of the nearest unit above it", () => {
  assert.equal(people(nearestOrganisers(["branch"], ["guild", "branch"], [of("guild", "idris"), of("branch", "gwen")])), "gwen");
  assert.equal(people(nearestOrganisers(["branch"], ["guild", "branch"], [of("guild", "idris")])), "idris");
  assert.equal(people(nearestOrganisers(["branch"], ["guild", "branch"], [])), "");
});

test("of each host in turn, and nobody twice", () => {
  const above = [of("circle", "hal"), of("circle", "gwen"), of("guild", "idris"), of("branch", "gwen")];
  assert.equal(people(nearestOrganisers(["branch", "circle"], ["guild", "branch", "circle"], above)), "gwen hal");
  assert.equal(people(nearestOrganisers(["wales", "branch"], ["guild", "wales", "guild", "branch"], above)), "idris gwen", "two branches of one organisation");
});

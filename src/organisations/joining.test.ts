import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { wayIn } from "./joining.ts";
import { openJoinRequests } from "./join-request.sql.ts";
import { currentBranches, membershipsIn } from "./membership.sql.ts";
import { sql } from "../platform/db/sql.ts";

const letters = async ({ house }: Fresh, to: string) =>
  (await house.db.query(sql`select subject, body_text as "text" from letter where to_address = ${to} order by created_at, id`)).rows as { subject: string; text: string }[];
const belongs = async ({ house }: Fresh, person: { id: string }, unit: { id: string }) => (await membershipsIn.many(house.db, person.id, [unit.id])).length === 1;

test("the way in: the organisation's door comes before the unit's", () => {
  const stranger = { isMember: false, isOrganisationMember: false, hasAsked: false };
  const branch = { kind: "branch", joinPolicy: "open", organisationPolicy: "request", closedAt: null } as const;
  assert.equal(wayIn(branch, stranger), "organisation-first");
  assert.equal(wayIn(branch, { ...stranger, isOrganisationMember: true }), "join");
  assert.equal(wayIn({ ...branch, organisationPolicy: "open" }, stranger), "join");
  assert.equal(wayIn({ ...branch, kind: "organisation", joinPolicy: "request" }, stranger), "ask");
  assert.equal(wayIn({ ...branch, kind: "organisation", joinPolicy: "request" }, { ...stranger, hasAsked: true }), "asked");
  assert.equal(wayIn({ ...branch, joinPolicy: "invitation" }, { ...stranger, isOrganisationMember: true }), "invitation");
  assert.equal(wayIn({ ...branch, closedAt: Temporal.Instant.fromEpochMilliseconds(0) }, { ...stranger, isOrganisationMember: true }), "closed");
});

test("an open society is joined with one press, and a second press changes nothing", async () => {
  const place = await fresh();
  const { as, cast, house } = place;
  assert.match((await as(cast.zoe).get(cast.flc.path)).text, /Join Fenbridge Library Circle/);
  const pressed = await Promise.all([1, 2].map(() => as(cast.zoe).post(`${cast.flc.path}/joining`)));
  assert.deepEqual(pressed.map((answer) => [answer.status, answer.location]), [[303, cast.flc.path], [303, cast.flc.path]]);
  const page = (await as(cast.zoe).get(cast.flc.path)).text;
  assert.match(page, /Member since July/);
  assert.match(page, /3 members/);
  assert.match(page, /Hal Thistlewood/);
  assert.deepEqual((await house.db.query(sql`select line from person where id = ${cast.zoe.id}`)).rows, [{ line: 2 }]);
});

test("a stranger signs in first and comes back to the door", async () => {
  const { as, cast } = await fresh();
  const page = await as(null).get(cast.flc.path);
  assert.match(page.text, /href="\/organisations\/fenbridge-circle\/joining"/);
  assert.doesNotMatch(page.text, /Nell Ashworth|Hal Thistlewood/);
  assert.equal((await as(null).get(`${cast.flc.path}/joining`)).location, `/sign-in?next=${encodeURIComponent(`${cast.flc.path}/joining`)}`);
});

test("asking: organisers get one letter a day, an answer makes a member of the chosen branch too, once", async () => {
  const place = await fresh();
  const { as, cast, house, work } = place;
  const asked = await as(cast.zoe).post(`${cast.tlg.path}/joining`, { note: "I mend maps", branchId: cast.wales.id });
  assert.equal(asked.location, cast.tlg.path);
  await as(cast.zoe).post(`${cast.tlg.path}/joining`, { note: "Again" });
  await as(cast.misaki).post(`${cast.tlg.path}/joining`);
  await work();
  assert.deepEqual((await letters(place, cast.idris.address)).map((letter) => letter.subject), ["2 people ask to join The Library Guild"]);
  assert.equal((await letters(place, cast.gwen.address)).length, 0);

  const request = (await openJoinRequests.many(house.db, cast.tlg.id)).find((each) => each.personId === cast.zoe.id);
  assert.match((await as(cast.idris).get(`${cast.tlg.path}/requests`)).text, /I mend maps/);
  const answers = await Promise.all([1, 2].map(() => as(cast.idris).post(`${cast.tlg.path}/requests/${request!.id}`, { answer: "accept" })));
  assert.ok(answers.every((answer) => answer.status === 303));
  await work();
  assert.ok(await belongs(place, cast.zoe, cast.tlg));
  assert.ok(await belongs(place, cast.zoe, cast.wales));
  const [letter, ...more] = await letters(place, cast.zoe.address);
  assert.equal(more.length, 0);
  assert.match(letter!.text, /Wales, the branch that you chose/);
});

test("a request declined: a kind letter, a line that only the asker sees, and the way to ask again", async () => {
  const place = await fresh();
  const { as, cast, house, work } = place;
  await as(cast.zoe).post(`${cast.tlg.path}/joining`);
  const [request] = await openJoinRequests.many(house.db, cast.tlg.id);
  await as(cast.idris).post(`${cast.tlg.path}/requests/${request!.id}`, { answer: "decline" });
  await work();
  const page = (await as(cast.zoe).get(cast.tlg.path)).text;
  assert.match(page, /Only you see this/);
  assert.match(page, /Ask to join The Library Guild/);
  assert.doesNotMatch((await as(cast.idris).get(cast.tlg.path)).text, /Only you see this/);
  assert.match((await letters(place, cast.zoe.address))[0]!.text, /cannot take you in at the moment/);
  assert.equal(await belongs(place, cast.zoe, cast.tlg), false);
});

test("withdrawing, and asking for a branch whose organisation comes first", async () => {
  const place = await fresh();
  const { as, cast, house } = place;
  await as(cast.zoe).post(`${cast.tlg.path}/joining`);
  await as(cast.zoe).post(`${cast.tlg.path}/joining/withdrawal`);
  assert.deepEqual(await openJoinRequests.many(house.db, cast.tlg.id), []);
  assert.match((await as(cast.zoe).get(cast.wales.path)).text, /joining\?branch=wales/);
  assert.match((await as(cast.zoe).get(`${cast.tlg.path}/joining?branch=wales`)).text, /value="[^"]+" checked><span>Wales/);
  await as(cast.zoe).post(`${cast.wales.path}/joining`);
  assert.equal(await belongs(place, cast.zoe, cast.wales), false);
  await as(cast.nell).post(`${cast.committee.path}/joining`);
  assert.equal(await belongs(place, cast.nell, cast.committee), false);
});

test("changing branch leaves the committee as it is; a form without a choice comes back", async () => {
  const place = await fresh();
  const { as, cast, house } = place;
  assert.equal((await as(cast.gwen).post(`${cast.tlg.path}/branch`)).status, 422);
  const moved = await as(cast.gwen).post(`${cast.tlg.path}/branch`, { branchId: cast.wales.id });
  assert.equal(moved.location, cast.wales.path);
  assert.deepEqual(await currentBranches.many(house.db, cast.gwen.id, cast.tlg.id), [{ unitId: cast.wales.id }]);
  assert.ok(await belongs(place, cast.gwen, cast.committee));
  await as(cast.gwen).post(`${cast.tlg.path}/branch`, { branchId: "none" });
  assert.deepEqual(await currentBranches.many(house.db, cast.gwen.id, cast.tlg.id), []);
  assert.equal((await as(cast.hal).get(`${cast.tlg.path}/branch`)).status, 404);
});

test("leaving says what happens, and an organisation keeps an organiser", async () => {
  const place = await fresh();
  const { as, cast } = place;
  const page = await as(cast.nell).get(`${cast.tlg.path}/leaving`);
  assert.match(page.text, /You also leave<\/dt><dd>East Anglia/);
  await as(cast.nell).post(`${cast.tlg.path}/leaving`);
  assert.equal(await belongs(place, cast.nell, cast.eastAnglia), false);
  assert.equal((await as(cast.nell).get(`${cast.tlg.path}/leaving`)).status, 404);

  assert.match((await as(cast.hal).get(`${cast.flc.path}/leaving`)).text, /only organiser/);
  await as(cast.hal).post(`${cast.flc.path}/leaving`);
  assert.ok(await belongs(place, cast.hal, cast.flc));
  await as(cast.hal).post(`${cast.flc.path}/organisers`, { personId: cast.nell.id });
  await as(cast.hal).post(`${cast.flc.path}/leaving`);
  assert.equal(await belongs(place, cast.hal, cast.flc), false);
  assert.equal((await as(cast.hal).get(`${cast.flc.path}/requests`)).status, 404);
});

import assert from "node:assert/strict";
import test from "node:test";
import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import sharp from "sharp";
import type { Person } from "../../test/cast.ts";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#874" } });

/** Held sideways, and with what a camera writes into it. */
const taken = () =>
  plain(600, 300)
    .withExif({ IFD0: { Artist: "Camera of Nell" }, IFD3: { GPSLatitude: "52/1 12/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

async function send({ app }: Fresh, person: Person, file: Buffer | null, more: Record<string, string> = {}) {
  const body = new FormData();
  if (file) body.set("photo", new File([new Uint8Array(file)], "me.jpg"));
  for (const [name, value] of Object.entries({ words: "Nell, laughing", photoAudience: "networks", ...more })) body.set(name, value);
  const response = await app.request("http://localhost:3000/settings/photo", { method: "POST", body, headers: { cookie: `session=${person.token}`, "sec-fetch-site": "same-origin" } });
  return { status: response.status, text: await response.text() };
}

test("a photo takes the place of the initials, for those whom its owner chose, and goes without a trace", async () => {
  const server = await fresh();
  const { app, as, cast, house } = server;
  assert.equal((await send(server, cast.nell, await taken())).status, 303);
  const { rows: [kept] } = await ask(house, "select key, large, small from photo where person_id = $1", [cast.nell.id]);
  for (const [bytes, edge] of [[kept.large, 480], [kept.small, 96]] as const) {
    const { format, width, height, exif, orientation } = await sharp(bytes).metadata();
    assert.deepEqual({ format, width, height, exif, orientation }, { format: "webp", width: edge, height: edge, exif: undefined, orientation: undefined });
    assert.doesNotMatch(bytes.toString("latin1"), /Camera of Nell/);
  }

  const address = `/photos/${kept.key}/small`;
  const seen = await as(cast.tomasz).get(address);
  assert.deepEqual([seen.status, seen.headers.get("content-type"), seen.headers.get("x-content-type-options")], [200, "image/webp", "nosniff"]);
  assert.match(seen.headers.get("cache-control")!, /^private.*immutable$/);
  assert.equal((await as(cast.zoe).get(address)).status, 404, "in no network of hers");
  assert.equal((await as(null).get(address)).status, 404, "a stranger");
  assert.equal((await as(cast.tomasz).get(`/photos/${kept.key}/huge`)).status, 404);

  const event = await addMeetUp(house, cast);
  for (const each of [cast.nell, cast.tomasz, cast.zoe]) await as(each).post(`/events/${event.id}/answer`, { answer: "going" });
  const face = `<img src="${address}"`;
  for (const path of [`/events/${event.id}`, `/events/${event.id}/people`, "/search?q=Nell"]) {
    assert.ok((await as(cast.tomasz).get(path)).text.includes(face), path);
    assert.ok(!(await as(cast.zoe).get(path)).text.includes(face), `${path}: not for Zoë`);
  }
  assert.match((await as(cast.tomasz).get(`/people/${cast.nell.id}`)).text, new RegExp(`src="/photos/${kept.key}/large" alt="Nell, laughing"`));
  await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding`, { kind: "block" });
  await ask(house, `update person set audiences = '{"photo":"everyone"}' where id = $1`, [cast.nell.id]);
  assert.equal((await as(cast.tomasz).get(address)).status, 404, "blocked");

  const zip = await app.request("http://localhost:3000/settings/leaving/everything.zip", { headers: { cookie: `session=${cast.nell.token}` } });
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  assert.deepEqual(Buffer.from(files["photo.webp"]!), kept.large);
  assert.equal(JSON.parse(new TextDecoder().decode(files["everything.json"])).profile.photo.words, "Nell, laughing");

  assert.equal((await as(cast.nell).post("/settings/photo/removal")).status, 303);
  assert.equal((await as(cast.nell).get(address)).status, 404);
  assert.deepEqual((await ask(house, "select count(*)::int from photo where person_id = $1 union all select count(*)::int from person where photo_key is not null", [cast.nell.id])).rows.map(({ count }) => count), [0, 0]);
});

test("what is no photo, or too much of one, comes back with the words that were typed", async () => {
  const server = await fresh();
  const { cast, house } = server;
  const huge = await plain(200, 200).png().toBuffer();
  huge.writeUInt32BE(9000, 16);
  huge.writeUInt32BE(9000, 20);
  huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29); // of the head that says so
  const faults: [string, Buffer | null, RegExp][] = [
    ["nothing", null, /Choose a photo/],
    ["text", Buffer.from("not a picture"), /could not be read as a picture/],
    ["a drawing that can load others", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300"/></svg>'), /could not be read as a picture/],
    ["an animation", await plain(200, 200).gif().toBuffer(), /could not be read as a picture/],
    ["a torn file", (await taken()).subarray(0, 900), /could not be read as a picture/],
    ["a thumbnail", await plain(40, 300).png().toBuffer(), /too small/],
    ["81 million pixels in some kilobytes", huge, /52 million pixels/],
    ["eleven megabytes", Buffer.alloc(11 * 1024 * 1024), /more than 10 megabytes/],
  ];
  for (const [name, file, words] of faults) {
    const { status, text } = await send(server, cast.nell, file);
    assert.equal(status, 422, name);
    assert.match(text, words, name);
    assert.match(text, /value="Nell, laughing"/, name);
  }
  assert.match((await send(server, cast.nell, await taken(), { words: "x".repeat(201) })).text, /200 characters/);
  assert.equal((await ask(house, "select from photo")).rows.length, 0);
  for (const format of ["png", "webp", "avif"] as const) assert.equal((await send(server, cast.nell, await plain(200, 300).toFormat(format).toBuffer())).status, 303, format);
  assert.equal((await send(server, cast.nell, null, { words: "In the garden", photoAudience: "me" })).status, 303, "other words for the same photo");
  const { rows } = await ask(house, "select ph.words, p.audiences ->> 'photo' as audience, p.photo_key = ph.key as same from photo ph join person p on p.id = ph.person_id");
  assert.deepEqual(rows, [{ words: "In the garden", audience: "me", same: true }]);

  const removal = `/admin/people/${cast.nell.id}/photo/removal`;
  assert.equal((await server.as(cast.gwen).post(removal)).status, 404);
  assert.match((await server.as(cast.ada).get(`/admin/people/${cast.nell.id}`)).text, /Take their photo off/);
  for (const _ of [1, 2]) assert.equal((await server.as(cast.ada).post(removal)).status, 303);
  assert.equal((await ask(house, "select from photo")).rows.length, 0);
  assert.deepEqual((await lettersTo(house, cast.nell.address)).map(({ subject }) => subject), ["Your photo was taken off your sticker on Branchline"], "told once");
});

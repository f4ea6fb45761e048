import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { bring } from "../../test/bring.ts";
import { fresh } from "../../test/fresh.ts";
import { csvLine } from "./export.ts";
import { CsvReader } from "./import-csv.ts";

test("no cell is a formula to any program, and a cell without one is read back as it was", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom("=1+1", "+44 20", "-1", "@nell@fenbridge.example", "\t=x", "\r=x", "a;=1", "a\n=1", "＝1", '"=1'));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const reader = new CsvReader(",");
      const [row] = [...reader.push(csvLine(cells)), ...reader.end()];
      for (const [i, read] of row!.cells.entries()) {
        assert.doesNotMatch(read, /^[=+\-@＝＋－＠\t\r\n]|[\t\r\n;,|]\s*[=+\-@＝＋－＠]/);
        if (!/[=+\-@＝＋－＠]|^[\t\r\n]/.test(cells[i]!)) assert.equal(read, cells[i]);
      }
    }),
  );
});

test("organisers take members out, with addresses that their own list had first", async () => {
  const home = await fresh();
  const { as, cast } = home;
  await bring(home, cast.gwen, cast.eastAnglia.path, "Name,Email,Member number\n=cmd|x,evil@example.org,7\nZoe N.,zoe@example.org,8\n");
  await as(cast.zoe).post(`/welcome/lists/${/value|lists\/([0-9a-f-]{36})/.exec((await as(cast.zoe).get("/welcome/lists")).text.match(/\/welcome\/lists\/[0-9a-f-]{36}/)![0])![1]}`, { answer: "join" });
  const answer = await as(cast.gwen).get(`${cast.eastAnglia.path}/export`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-disposition")!, /east-anglia-members-2026-07-07\.csv/);
  const rows = new Map([...new CsvReader(",").push(answer.text)].map(({ cells }) => [cells[0]!, cells]));
  assert.ok(rows.has("Name") || rows.has("\ufeffName"), "a heading");
  assert.deepEqual(rows.get("'=cmd|x")?.slice(4, 11), ["evil@example.org", "", "", "2026-07-07", "7", "East Anglia", "on the list"]);
  assert.deepEqual(rows.get("Zoë Newcomb")?.slice(4, 11), ["zoe@example.org", "", "", "2026-07-07", "8", "East Anglia", "has joined"]);
  assert.equal(rows.get("Nell Ashworth")?.[3], "'@nell@fenbridge.example");
  assert.equal(rows.get("Nell Ashworth")?.[4], "", "nobody's sign-in address is handed out");
  assert.equal(rows.size, 7);
  for (const other of [cast.nell, cast.hal]) assert.equal((await as(other).get(`${cast.eastAnglia.path}/export`)).status, 404);
});

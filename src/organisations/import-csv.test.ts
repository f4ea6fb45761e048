import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { CsvReader, DELIMITERS, EndlessRow, LONGEST_ROW } from "./import-csv.ts";
import type { Delimiter } from "./import-csv.ts";
import { detectDelimiter, firstRows } from "./import-dialect.ts";

const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("", "a,b", 'say "hello"', "two\nlines", "old\rMac", "both\r\nof them", "; | \t", "佐藤 美咲", "Zoë"));
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 });
const lineBreak = fc.constantFrom("\n", "\r\n", "\r");
const delimiter = fc.constantFrom(...DELIMITERS);

function write(table: string[][], d: string, end: string): string {
  return table.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(d) + end).join("");
}

function read(text: string, d: Delimiter, cuts: number[] = []): { line: number; cells: string[] }[] {
  const reader = new CsvReader(d);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return [...places.slice(1).flatMap((until, i) => reader.push(text.slice(places[i], until))), ...reader.end()];
}

test("what is written is read back, in any dialect and cut into any pieces", () => {
  fc.assert(
    fc.property(rows, delimiter, lineBreak, fc.array(fc.nat(), { maxLength: 4 }), (table, d, end, cuts) => {
      assert.deepEqual(read(write(table, d, end), d, cuts).map((row) => row.cells), table);
    }),
  );
});

test("any text at all is read without a fault, or said to be endless", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ", "\0") }), delimiter, (text, d) => {
      try {
        read(text, d);
      } catch (error) {
        assert.ok(error instanceof EndlessRow);
      }
    }),
  );
});

test("a second reader agrees about plain cells", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z é]{1,8}$/), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (table) => {
      const text = table.map((row) => row.join(";")).join("\n");
      assert.deepEqual(read(text, ";").map((row) => row.cells), parse(text, { delimiter: ";", relax_column_count: true }));
    }),
  );
});

test("each row knows the line on which it begins", () => {
  const text = 'Name,Note\r\nNell,"one\ntwo\r\nthree"\r\n\r\nHal,x\nGwen,y';
  assert.deepEqual(read(text, ",").map((row) => row.line), [1, 2, 6, 7]);
});

test("a quote that is never closed, and a row without an end, are said with their line", () => {
  assert.throws(() => read('a,b\nc,"d\ne,f', ","), (error) => error instanceof EndlessRow && error.line === 2);
  assert.throws(() => new CsvReader(",").push(`a,b\n${"x".repeat(LONGEST_ROW + 1)}`), (error) => error instanceof EndlessRow && error.line === 2);
});

test("the delimiter is found", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z, ]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/)), { minLength: 3, maxLength: 8 }), delimiter, (table, d) => {
      const text = table.map((row) => row.map((each) => (each.includes(d) ? `"${each}"` : each)).join(d)).join("\n");
      assert.equal(detectDelimiter(`one${d}two${d}three\n${text}`), d);
    }),
  );
  assert.equal(detectDelimiter("sep=;\r\nName,x;Email\r\n"), ";");
  assert.equal(detectDelimiter("Name\nNell\nHal"), ",");
  assert.equal(firstRows("Name\nNell", ",", true).rows.length, 1, "a last row that may be cut is left out");
});

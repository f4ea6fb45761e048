import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { vcard } from "./vcard.ts";

const person = fc.record({
  name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  note: fc.option(fc.string({ unit: "grapheme", maxLength: 400 })),
  handle: fc.option(fc.string({ minLength: 1, maxLength: 90 })),
});

test("no line is longer than 75 octets, none is cut within a character, and unfolding gives back what was said", () => {
  fc.assert(
    fc.property(person, (card) => {
      const written = vcard(card);
      for (const line of written.split("\r\n")) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.ok(line.isWellFormed());
      }
      const unfolded = written.replaceAll("\r\n ", "");
      const lines = unfolded.split("\r\n");
      assert.deepEqual([lines[0], lines[1], lines.at(-2), lines.at(-1)], ["BEGIN:VCARD", "VERSION:4.0", "END:VCARD", ""]);
      const said = (property: string) => lines.find((line) => line.startsWith(`${property}:`))?.slice(property.length + 1).replace(/\\([\\,;n])/g, (_, c: string) => (c === "n" ? "\n" : c));
      const asWritten = (value: string) => value.replace(/\r\n|\r/g, "\n");
      assert.equal(said("FN"), asWritten(card.name));
      if (card.note) assert.equal(said("NOTE"), asWritten(card.note));
      if (card.handle) assert.equal(said("NICKNAME"), asWritten(card.handle));
    }),
  );
});

test("nothing that somebody wrote becomes a line of its own", () => {
  const written = vcard({ name: "Eve\r\nEMAIL:evil@example.org", note: "a\nURL:https://evil.example" });
  assert.doesNotMatch(written, /^(EMAIL|URL):/m);
});

import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { EncodingDetector, ENCODINGS } from "./import-encoding.ts";
import type { Encoding } from "./import-encoding.ts";

function detect(bytes: Uint8Array, piece = bytes.length) {
  const detector = new EncodingDetector();
  for (let at = 0; at < bytes.length; at += Math.max(1, piece)) detector.push(bytes.subarray(at, at + Math.max(1, piece)));
  return detector.end();
}

/** Node writes only a few encodings; this writes any that it reads. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((letter) => table.get(letter) ?? assert.fail(`${encoding} has no ${letter}`)));
}

test("Unicode is known by its mark, its zeros or its form, cut anywhere", () => {
  const text = "Name,E-mail\r\nZoë Newcomb,zoe@example.org\r\n佐藤 美咲,misaki@example.org\r\n";
  fc.assert(
    fc.property(fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be"), fc.boolean(), fc.integer({ min: 1, max: 200 }), (encoding, marked, piece) => {
      assert.deepEqual(detect(encode((marked ? "\ufeff" : "") + text, encoding), piece), { kind: "text", encoding });
    }),
  );
});

test("text of one byte a letter is read as it was written", () => {
  const texts: [Encoding, string][] = [
    ["windows-1252", "Name;Ort\nZoë Müller;Köln\nBjörn Åkesson;Malmö\nO’Brien;Québec\nPeña, José;A Coruña\n"],
    ["macintosh", "Name;Ort\nZoë Müller;Köln\nBjörn Åkesson;Malmö\nFrançois Lefèvre;Besançon\n"],
    ["windows-1250", "Imię;Nazwisko\nŁukasz;Wiśniewski\nElżbieta;Zając\nMałgorzata;Wójcik\n"],
    ["iso-8859-2", "Imię;Nazwisko\nŁukasz;Wiśniewski\nElżbieta;Zając\nJiří;Dvořák\n"],
    ["windows-1251", "Имя;Фамилия\nАнна;Ковалёва\nСергей;Петров\n"],
    ["koi8-r", "Имя;Фамилия\nАнна;Ковалева\nСергей;Петров\n"],
    ["windows-1253", "Όνομα;Πόλη\nΕλένη Παπαδοπούλου;Θεσσαλονίκη\n"],
  ];
  for (const [encoding, text] of texts) {
    const found = detect(encode(text, encoding));
    assert.ok(found.kind === "text");
    assert.equal(new TextDecoder(found.encoding).decode(encode(text, encoding)), text, `${encoding} was taken for ${found.encoding}`);
  }
});

test("the first odd letter may come late", () => {
  const late = Buffer.concat([Buffer.alloc(100_000, "Plain Name;plain@example.org\n"), encode("Zoë Müller;x\n", "windows-1252")]);
  assert.deepEqual(detect(late, 4096), { kind: "text", encoding: "windows-1252" });
});

test("what is no text is said to be what it is", () => {
  const says = (bytes: Buffer | string, why: string) => assert.deepEqual(detect(Buffer.from(bytes as string)), { kind: "not-text", why });
  says("", "empty");
  says(" \r\n\r\n", "empty");
  says("PK\u0003\u0004 rest of a workbook", "zip");
  says(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "old-excel");
  says("%PDF-1.7 ...", "pdf");
  says("\n<!DOCTYPE html><title>Sign in</title>", "html");
  says("Name,Email\nNe\0ll,nell@example.org\n", "zero-bytes");
});

test("no bytes at all break it", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 64 }), (bytes, piece) => void detect(bytes, piece)));
  for (const encoding of ENCODINGS) assert.ok(new TextDecoder(encoding));
});

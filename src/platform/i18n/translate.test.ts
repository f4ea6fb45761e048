import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { html } from "hono/html";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { english, type MessageKey } from "./catalogue.ts";
import { translator } from "./translate.ts";

const t = translator("en-GB");
const folder = new URL("../../../messages/en-GB/", import.meta.url);

test("each file holds only keys of its own name, and the catalogue holds every file", () => {
  const all = readdirSync(folder).flatMap((file) => {
    const keys = Object.keys(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as object);
    for (const key of keys) assert.ok(key.startsWith(file.replace("json", "")), `${key} in ${file}`);
    return keys;
  });
  assert.deepEqual(all.sort(), Object.keys(english).sort());
});

test("every message is sound and can be said in every locale", () => {
  for (const [key, message] of Object.entries(english)) {
    const values = valuesFor(parse(message));
    for (const locale of ["en-GB", "en-XA", "ar-XB"] as const) {
      assert.ok(String(translator(locale).html(key as MessageKey, values as never)).length > 0, key);
    }
  }
});

test("values are filled in, numbers choose their words", () => {
  assert.equal(t("ui.yourSticker", { name: "Nell" }), "Nell: your sticker and settings");
  assert.equal(t("ui.errors.title", { count: 1 }), "One thing to put right");
  assert.equal(t("ui.errors.title", { count: 12 }), "12 things to put right");
});

test("in a page, strings are escaped and Html is not", () => {
  assert.equal(String(t.html("ui.yourSticker", { name: "<i>" })), "&lt;i&gt;: your sticker and settings");
  assert.equal(String(t.html("ui.yourSticker", { name: html`<bdi>${"<i>"}</bdi>` })), "<bdi>&lt;i&gt;</bdi>: your sticker and settings");
});

test("a value that was forgotten is an error, not a blank", () => {
  assert.throws(() => t("ui.yourSticker"), /needs a value for \{name\}/);
  assert.throws(() => t("ui.nothing" as MessageKey), /no message "ui.nothing"/);
});

test("the pseudo-locale changes what we say and nothing else", () => {
  assert.equal(translator("en-XA")("ui.yourSticker", { name: "Nell" }), "[Nell: ýöüŕ~~ štîçkéŕ~~~ åñd šéttîñgš~~~]");
  assert.match(translator("en-XA")("ui.errors.title", { count: 12 }), /^\[12 thîñgš/);
});

/** Something for each value that a message asks for. */
function valuesFor(elements: MessageFormatElement[]): Record<string, unknown> {
  return Object.assign(
    {},
    ...elements.map((element) => {
      if (element.type === TYPE.argument) return { [element.value]: "x" };
      else if (element.type === TYPE.tag) return { [element.value]: (words: unknown) => words, ...valuesFor(element.children) };
      else if (element.type === TYPE.plural || element.type === TYPE.select) {
        const first = element.type === TYPE.plural ? 2 : Object.keys(element.options)[0];
        return Object.assign({ [element.value]: first }, ...Object.values(element.options).map((option) => valuesFor(option.value)));
      } else if ("value" in element && element.type !== TYPE.literal) return { [element.value]: 2 };
      else return {};
    }),
  ) as Record<string, unknown>;
}

/** What the `html` tag cannot protect from: attributes without quotes, style attributes, and scripts in the page. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const sources = globSync("src/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));

const traps = [
  { what: "an attribute without quotes", trap: /<[a-z][^<>`]*\s[\w-]+=\$\{/g },
  { what: "a style attribute", trap: /<[a-z][^<>`]*\sstyle=/g },
  { what: "an event handler in an attribute", trap: /<[a-z][^<>`]*\son[a-z]+="/g },
  { what: "a script without src", trap: /<script(?![^>]*\ssrc=)/g },
  { what: "a style element", trap: /<style\b/g },
];

for (const { what, trap } of traps) {
  test(`no page has ${what}`, () => {
    for (const file of sources) {
      // Letters are read by mail programs, which know nothing of style sheets.
      if (file.endsWith("letters.ts") || file.includes("platform/mail")) continue;
      const found = [...readFileSync(new URL(file, root), "utf8").matchAll(trap)].map(([text]) => `${file}: ${text}`);
      assert.deepEqual(found, []);
    }
  });
}

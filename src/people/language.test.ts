import assert from "node:assert/strict";
import test from "node:test";
import { languageCode, languageName, languageOfName } from "./language.ts";
import { splitList } from "./person.ts";

test("a language is known by its English name, its own, or its code", () => {
  for (const written of ["Polish", "polski", "POLSKI", "pl"]) assert.equal(languageCode(written), "pl", written);
  assert.equal(languageCode("Français"), "fr");
  assert.equal(languageCode("BSL"), "bfi");
  assert.equal(languageCode("日本語"), "ja");
  assert.equal(languageCode("Klingon"), null);
  assert.equal(languageName("cy"), "Welsh");
  assert.equal(languageName("bfi"), "British Sign Language");
});

test("the language of a name comes from its script, and from what its owner speaks", () => {
  assert.equal(languageOfName("さとう みさき", []), "ja");
  assert.equal(languageOfName("佐藤 美咲", ["en", "ja"]), "ja");
  assert.equal(languageOfName("王小明", ["zh"]), "zh");
  assert.equal(languageOfName("نجمه", ["fa"]), "fa");
  assert.equal(languageOfName("Nell Ashworth", ["cy"]), null);
});

test("a list is parted however its writer parts it, each thing once", () => {
  assert.deepEqual(splitList(" maps, Maps;  oral   history\n俳句、音楽"), ["maps", "oral history", "俳句", "音楽"]);
  assert.deepEqual(splitList(" , ;"), []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { initials } from "./face.ts";
import { handle } from "./handle.ts";
import { unbroken } from "./words.ts";

test("initials are of the first and the last part of a name", () => {
  const names = { "Nell Ashworth": "NA", "Priya Raman-Cole": "PC", "Aoife Ní Dhuibhne": "AD", "ngozi adeyemi": "NA", "Łucja Żak": "ŁŻ", "Ελένη Παππά": "ΕΠ", "O'Hara (Jo)": "OJ", Cher: "C" };
  for (const [name, letters] of Object.entries(names)) assert.equal(initials(name), letters);
});

test("a name in another script gives its first character, whole", () => {
  assert.equal(initials("佐藤 美咲"), "佐");
  assert.equal(initials("ليلى حداد"), "ل");
  assert.equal(initials("Björk 陳大文"), "B");
  assert.equal(initials("क्षितिज शर्मा"), "क्षि");
});

test("a name without letters does no harm", () => {
  for (const name of ["", "-", "???"]) assert.equal(initials(name), "");
});

test("a handle may break only before its second @", () => {
  assert.equal(String(handle("@gwen@guild.example")), "<bdi>@gwen<wbr>@guild.example</bdi>");
  assert.equal(String(handle("@gwen")), "<bdi>@gwen</bdi>");
  assert.equal(String(handle("<b>@x")), "<bdi>&lt;b&gt;<wbr>@x</bdi>");
});

test("meet-up holds together", () => {
  assert.equal(unbroken("The Meet-up"), "The Meet-\u2060up");
});

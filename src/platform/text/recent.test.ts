import assert from "node:assert/strict";
import test from "node:test";
import { Recent } from "./recent.ts";

test("what was made of a text is made once", () => {
  const recent = new Recent<number>(100);
  let made = 0;
  for (let i = 0; i < 3; i++) assert.equal(recent.of("a text", () => ++made), 1);
});

test("the text used longest ago goes first, and the texts together stay within bounds", () => {
  const recent = new Recent<string>(100);
  const made: string[] = [];
  const look = (text: string) => recent.of(text, () => (made.push(text), text));
  const texts = Array.from({ length: 12 }, (_, i) => String(i).padStart(10, "x"));
  for (const text of texts.slice(0, 10)) look(text);
  look(texts[0]!); // used again, so the next to go is the second
  look(texts[10]!);
  made.length = 0;
  look(texts[0]!);
  assert.deepEqual(made, []);
  look(texts[1]!);
  assert.deepEqual(made, [texts[1]]);
});

test("a text that would push out many others is not kept", () => {
  const recent = new Recent<number>(100);
  let made = 0;
  for (let i = 0; i < 3; i++) recent.of("x".repeat(50), () => ++made);
  assert.equal(made, 3);
});

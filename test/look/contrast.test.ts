/** Every pairing of colours that pages use, in both schemes, against WCAG 2.2. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8");
const tokens = new Map<string, [light: string, dark: string]>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)) tokens.set(name!, [light!, dark!]);
for (const [, name, both] of css.matchAll(/--([\w-]+):\s*(#\w{6});/g)) tokens.set(name!, [both!, both!]);

const words = 4.5;
const runningWords = 7;
const edges = 3;
const surfaces = ["paper", "card", "well"];
const washes = ["green-wash", "signal-wash"];
const lines = ["line-1", "line-2", "line-3", "line-4", "line-5"];

const pairs: [front: string, back: string, atLeast: number][] = [
  ...[...surfaces, ...washes].flatMap((back): [string, string, number][] => [
    ["ink", back, runningWords],
    ["ink-soft", back, words],
    ["green", back, words],
    ["signal", back, words],
  ]),
  ...surfaces.flatMap((back) => lines.map((line): [string, string, number] => [line, back, words])),
  ...surfaces.map((back): [string, string, number] => ["edge", back, edges]),
  ...lines.map((line): [string, string, number] => ["on-line", line, words]),
  ["on-green", "green", words],
  ["on-green", "green-deep", words],
  ["on-signal", "signal", words],
  ["on-livery", "livery", runningWords],
  ["on-livery-soft", "livery", words],
];

for (const [front, back, atLeast] of pairs) {
  test(`${front} on ${back} has a contrast of ${atLeast}:1`, () => {
    for (const scheme of [0, 1] as const) {
      const ratio = contrast(tokens.get(front)![scheme], tokens.get(back)![scheme]);
      assert.ok(ratio >= atLeast, `${["light", "dark"][scheme]}: ${ratio.toFixed(2)}`);
    }
  });
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

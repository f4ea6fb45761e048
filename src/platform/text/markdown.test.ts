import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { chatMarkdown, longestText, markdown, plainText } from "./markdown.ts";

test("what people write is marked up, below the page's own headings and in its own direction", () => {
  assert.equal(String(markdown("# Tea\n\n*and* cake")), '<h3 dir="auto">Tea</h3>\n<p dir="auto"><em>and</em> cake</p>\n');
  assert.equal(String(markdown("one\ntwo")), '<p dir="auto">one\ntwo</p>\n');
  assert.equal(String(chatMarkdown("one\ntwo")), '<p dir="auto">one<br>\ntwo</p>\n');
});

test("links are marked as other people's, and typed addresses become links", () => {
  const link = (href: string, words: string) => `<p dir="auto"><a href="${href}" rel="nofollow ugc">${words}</a></p>\n`;
  assert.equal(String(markdown("[map](https://maps.example/a?b=1&c)")), link("https://maps.example/a?b=1&amp;c", "map"));
  assert.equal(String(markdown("https://maps.example")), link("https://maps.example", "https://maps.example"));
  assert.equal(String(markdown("[here](/events/1)")), link("/events/1", "here"));
});

test("nothing that runs, loads or hides comes through", () => {
  const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://spy.example/pixel.gif)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
  ];
  for (const attack of attacks) {
    const out = String(markdown(attack));
    assert.doesNotMatch(out, /<(script|img|iframe|style|svg)/i, attack);
    assert.doesNotMatch(out, /href="(?!https?:|mailto:|tel:|\/|#)/i, attack);
    assert.doesNotMatch(out, /<[^>]*" on\w+=/i, attack);
  }
});

test("whatever is typed, only the tags of this list appear", () => {
  const allowed = /^<\/?(p|h[3-6]|em|strong|s|a|ul|ol|li|blockquote|code|pre|hr|br)\b[^<>]*>$/;
  const markup = fc.array(fc.constantFrom("*", "_", "`", "[", "](", ")", "<", ">", "\n", "# ", "- ", "1. ", "> ", "javascript:", "http://a", '"', "&lt;", "\\", "word", "~~", "    ")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(markup, (text) => {
      for (const [tag] of String(markdown(text)).matchAll(/<[^>]*>/g)) assert.match(tag, allowed);
    }),
    { numRuns: 300 },
  );
});

test("a text beyond all measure is cut, not chewed", () => {
  assert.ok(String(markdown("> ".repeat(longestText))).length < 10 * longestText);
  assert.ok(String(markdown("[".repeat(longestText))).length < 2 * longestText);
});

test("a summary is words only, whole words", () => {
  assert.equal(plainText("# Tea\n\nSome **bold** words,\nand [a link](https://a.example).\n\n- one\n- two"), "Tea Some bold words, and a link. one two");
  assert.equal(plainText("one two three", 9), "one two…");
  assert.equal(plainText("a".repeat(1000), 9), "aaaaaaaa…", "a word without an end is cut where it must be");
  assert.equal(plainText("aaaaaaa🚲🚲🚲", 9), "aaaaaaa…", "no half of a letter");
});

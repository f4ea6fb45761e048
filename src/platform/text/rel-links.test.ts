import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { relLinks } from "./rel-links.ts";

test("links with the word are found however they are written", () => {
  const page = `<!doctype html><head><LINK href='https://a.example/' rel='me'><title><a rel=me href=x></title></head>
    <a class="x" rel="nofollow me noopener" href="https://b.example/?x=1&amp;y=&#50;">b</a><a href=https://c.example/d rel=ME>c</a>
    <a rel="some" href="no">no</a><a rel="me">no</a><area rel="me" href=" e "><a href="first" href="second" rel=me>`;
  assert.deepEqual(relLinks(page, "me"), ["https://a.example/", "https://b.example/?x=1&y=2", "https://c.example/d", "e", "first"]);
});

test("what only looks like a link is none", () => {
  const link = '<a rel="me" href="https://a.example/">';
  for (const wrap of ["<!-- * -->", "<script>'*'</script>", "<style>*</style>", "<textarea>*</textarea>", '<p title=\'*\'>', "<template>*</template>", "&lt;*".replace("*", link.slice(1)), "<!-- *", "<script>*"]) {
    assert.deepEqual(relLinks(wrap.replace("*", link), "me"), [], wrap);
  }
  assert.deepEqual(relLinks(`<script></script>${link}`, "me"), ["https://a.example/"], "and after it there are links again");
});

test("any input ends, in one pass", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("<", ">", "a", " ", '"', "'", "=", "/", "rel", "href", "me", "<!--", "-->", "<script", "</script>", "&#", "İ")).map((parts) => parts.join("")), (page) => Array.isArray(relLinks(page, "me"))));
  for (const part of ["<a ", "<a b=\"", "<a b='\"", "<!--", "<a\t\t\t\t", "<script>", " ", "<a =", "</", "<a/"]) relLinks(part.repeat(200_000), "me"); // a second reading of the rest for each would take hours
});

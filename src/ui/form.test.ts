import assert from "node:assert/strict";
import { test } from "node:test";
import { assertValid } from "../../test/look/valid.ts";
import { button } from "./button.ts";
import { fields, type FormState } from "./form.ts";
import { html } from "./html.ts";
import { page } from "./layout.ts";
import { makeView } from "./view.ts";

const view = makeView({
  me: null,
  zone: "Europe/London",
  now: Temporal.Instant.from("2026-07-07T09:40Z"),
  path: "/",
  site: { name: "Fenbridge", baseUrl: "http://localhost" },
  assets: { url: (name) => `/assets/${name}` },
});

const sentBack: FormState = {
  values: { title: `Tea & "cake"`, about: "\n  <b>two</b> lines", startsDate: "2026-07-09", startsTime: "17:30", area: "east", topics: ["maps", "metadata"], weekly: "yes" },
  errors: { title: "Choose a shorter title", starts: "Choose a time between 17:30 and 21:00", form: "This was changed by someone else meanwhile" },
};

test("everything typed is still there", () => {
  const field = fields(view, sentBack);
  assert.match(String(field.text({ name: "title", label: "Title" })), /value="Tea &amp; &quot;cake&quot;"/);
  assert.match(String(field.area({ name: "about", label: "About" })), />\n\n {2}&lt;b&gt;two&lt;\/b&gt; lines<\/textarea>/);
  assert.match(String(field.moment({ name: "starts", label: "Starts" })), /value="2026-07-09".*value="17:30"/s);
  assert.match(String(field.select({ name: "area", label: "Area", options: [{ value: "", label: "Any" }, { value: "east", label: "East" }] })), /value="east" selected/);
  const topics = String(field.choices({ name: "topics", label: "Topics", many: true, options: [{ value: "maps", label: "Maps" }, { value: "none", label: "None" }, { value: "metadata", label: "Metadata" }] }));
  assert.equal(topics.match(/ checked/g)?.length, 2);
  assert.match(String(field.check({ name: "weekly", label: "Weekly" })), / checked/);
});

test("a fault stands at its field and is said with it", () => {
  const title = String(fields(view, sentBack).text({ name: "title", label: "Title", hint: "Short" }));
  assert.match(title, /aria-describedby="title-hint title-error" aria-invalid="true"/);
  assert.match(title, /id="title-error">Choose a shorter title</);
});

test("the summary counts the faults and leads to them; one of the whole form leads nowhere", () => {
  const summary = String(fields(view, sentBack, "left-").summary());
  assert.match(summary, /Three things to put right/);
  assert.match(summary, /href="#left-starts"/);
  assert.doesNotMatch(summary, /href="#left-form"/);
  assert.equal(String(fields(view).summary()), "");
});

test("two forms on a page keep their ids apart, and the page is valid", async () => {
  const form = (prefix: string) => {
    const field = fields(view, sentBack, prefix);
    return html`<form method="post" action="/">${field.summary()}${field.text({ name: "title", label: "Title", required: true })}${field.moment({ name: "starts", label: "Starts" })}${field.choices({ name: "answer", label: "Answer", options: [{ value: "yes", label: "Yes" }] })}${field.file({ name: "list", label: "List" })}${field.hidden("token", "x")}${button({ words: "Send" })}</form>`;
  };
  assertValid(String(await page(view, { title: "Two forms" }, html`<h1>Two forms</h1>${form("a-")}${form("b-")}`)));
});

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { openAssets } from "./assets.ts";
import { assetRoutes } from "./serve-assets.ts";

const folder = mkdtempSync(join(tmpdir(), "assets-"));
after(() => rmSync(folder, { recursive: true }));

const assets = await openAssets(folder);
const app = assetRoutes(assets);
const ask = (path: string, accepted = "") => app.request(path, { headers: { "accept-encoding": accepted } });

test("the style sheet comes compressed as asked for, for a year", async () => {
  const path = assets.url("app.css");
  const plain = await (await ask(path)).text();
  const brotli = await ask(path, "gzip, deflate, br");
  const gzip = await ask(path, "gzip");
  assert.equal(brotli.headers.get("content-encoding"), "br");
  assert.equal(brotliDecompressSync(await brotli.bytes()).toString(), plain);
  assert.equal(gunzipSync(await gzip.bytes()).toString(), plain);
  assert.equal(brotli.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.equal(brotli.headers.get("vary"), "accept-encoding");
  assert.equal(brotli.headers.get("content-type"), "text/css; charset=utf-8");
});

test("the sheet names its fonts where they are served", async () => {
  const css = await (await ask(assets.url("app.css"))).text();
  const fonts = [...css.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, path]) => path!);
  assert.equal(fonts.length, 6);
  for (const path of fonts) assert.equal((await ask(path)).headers.get("content-type"), "font/woff2");
});

test("a browser module has its plain name", async () => {
  assert.equal((await ask(assets.url("entry.js"))).headers.get("content-type"), "text/javascript; charset=utf-8");
  assert.throws(() => assets.url("nothing.js"), /There is no asset "nothing.js"/);
});

test("what is not there is not found; a path leads nowhere else", async () => {
  assert.equal((await ask("/assets/nothing.css")).status, 404);
  assert.equal((await ask("/assets/..%2f..%2fpackage.json")).status, 404);
  assert.equal((await ask("/favicon.svg")).headers.get("content-type"), "image/svg+xml");
});

test("a kept bundle is used as long as its sources are the same", async () => {
  const path = join(folder, "assets.json");
  const kept = JSON.parse(readFileSync(path, "utf8"));
  kept.names["kept.css"] = kept.names["app.css"];
  writeFileSync(path, JSON.stringify(kept));
  assert.equal((await openAssets(folder)).url("kept.css"), assets.url("app.css"));
  kept.sources["styles/app.css"] = "changed";
  writeFileSync(path, JSON.stringify(kept));
  assert.throws(() => assets.url("kept.css"));
  const again = await openAssets(folder);
  assert.equal(again.url("app.css"), assets.url("app.css"));
  assert.throws(() => again.url("kept.css"));
});

test("a folder that cannot be written does not stop the house", async () => {
  const inTheWay = join(folder, "file");
  writeFileSync(inTheWay, "");
  assert.ok((await openAssets(join(inTheWay, "cache"))).url("app.css"));
});

test("two who bundle at once do not end each other's", async () => {
  const [one, other] = await Promise.all([openAssets(join(folder, "one")), openAssets(join(folder, "other"))]);
  assert.equal(one.url("app.css"), other.url("app.css"));
});

/** Whose tries are counted together. */
import assert from "node:assert/strict";
import test from "node:test";
import { Hono } from "hono";
import { clientAddress } from "../../src/platform/http/client-address.ts";

async function seen(remote: string, headers: Record<string, string> = {}, trustProxy = false): Promise<string> {
  const app = new Hono();
  app.get("/", (c) => c.text(clientAddress(c, trustProxy)));
  const response = await app.request("/", { headers }, { incoming: { socket: { remoteAddress: remote, remotePort: 1, remoteFamily: remote.includes(":") ? "IPv6" : "IPv4" } } });
  return response.text();
}

test("a home network of IPv6 is one client, whichever of its 2^64 addresses it uses", async () => {
  assert.equal(await seen("2001:db8:1:2:aaaa::1"), await seen("2001:0DB8:1:2::ffff"));
  assert.notEqual(await seen("2001:db8:1:2::1"), await seen("2001:db8:1:3::1"));
  assert.notEqual(await seen("::1"), await seen("2001:db8::1"));
});

test("an IPv4 address is the same however the socket writes it", async () => {
  assert.equal(await seen("::ffff:192.0.2.7"), await seen("192.0.2.7"));
  assert.notEqual(await seen("::ffff:192.0.2.7"), await seen("::ffff:192.0.2.8"));
  assert.equal(await seen("10.0.0.1", { "x-forwarded-for": "192.0.2.7:50123" }, true), "192.0.2.7", "some proxies add the port");
  assert.equal(await seen("10.0.0.1", { "x-forwarded-for": "[2001:db8:1:2::5]:443" }, true), await seen("2001:db8:1:2::6"));
});

test("what a client says of itself counts only behind a proxy, and then only the proxy's own word", async () => {
  const forged = { "x-forwarded-for": "198.51.100.1, 203.0.113.9" };
  assert.equal(await seen("192.0.2.7", forged), "192.0.2.7");
  assert.equal(await seen("192.0.2.7", forged, true), "203.0.113.9");
  assert.equal(await seen("192.0.2.7", { "x-forwarded-for": "2001:db8:1:2::5" }, true), await seen("2001:db8:1:2::6"));
});

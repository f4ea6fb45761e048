import assert from "node:assert/strict";
import http from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { fetchOutside, isPublic } from "./fetch-outside.ts";

async function outside(answer: http.RequestListener) {
  const server = http.createServer(answer);
  let connections = 0;
  server.on("connection", () => connections++);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    at: (host = "127.0.0.1") => `http://${host}:${port}/`,
    connections: () => connections,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

const here = { allows: (address: string) => address === "127.0.0.1" };

test("addresses inside are told from those outside", () => {
  for (const address of ["127.0.0.1", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.31.0.1", "192.168.1.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::", "2001:db8::1", "localhost", ""]) {
    assert.equal(isPublic(address), false, address);
  }
  for (const address of ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4009::1", "2606:4700::1111"]) assert.equal(isPublic(address), true, address);
});

test("without the permission of a test nothing inside is even knocked at", async () => {
  await using server = await outside((_, response) => void response.end("secret"));
  const inside = [server.at(), server.at("localhost"), server.at("2130706433"), server.at("0x7f.1"), server.at("[::ffff:127.0.0.1]"), server.at().replace("http", "https"), "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest/meta-data/", "https://localhost/", "ftp://example.org/", "file:///etc/passwd", "https://me:secret@example.org/", "https://example.org:8443/", "nonsense"];
  for (const address of inside) assert.equal((await fetchOutside(address)).kind, "refused", address);
  assert.equal(server.connections(), 0);
});

test("a page is fetched from the address that was looked at, and only asked for plainly", async () => {
  let asked: http.IncomingHttpHeaders = {};
  await using server = await outside((request, response) => {
    asked = request.headers;
    response.setHeader("content-type", "text/html").end("<p>Hello");
  });
  let times = 0;
  const resolve = async () => (times++ === 0 ? ["127.0.0.1"] : ["10.0.0.1"]); // a name that changes its mind
  const got = await fetchOutside(server.at("nell.example"), {}, { ...here, resolve });
  assert.ok(got.kind === "got");
  assert.deepEqual([got.status, got.type, got.body.toString()], [200, "text/html", "<p>Hello"]);
  assert.equal(times, 1);
  assert.match(asked.host!, /^nell\.example/);
  assert.deepEqual([asked.cookie, asked["accept-encoding"]], [undefined, "identity"]);
});

test("one bad address among several is enough to refuse", async () => {
  await using server = await outside((_, response) => void response.end("no"));
  const found = await fetchOutside(server.at("nell.example"), {}, { ...here, resolve: async () => ["127.0.0.1", "10.0.0.1"] });
  assert.deepEqual(found, { kind: "refused", why: "address" });
  assert.equal(server.connections(), 0);
});

test("redirects are followed, looked at again, and few", async () => {
  const ways: Record<string, string> = { "/": "/second", "/inside": "http://10.0.0.1/", "/file": "file:///etc/passwd", "/round": "/round" };
  await using server = await outside(({ url }, response) => void (ways[url!] ? response.writeHead(302, { location: ways[url!] }).end() : response.end("arrived")));
  const get = (path: string) => fetchOutside(server.at() + path, {}, here);
  const got = await get("");
  assert.ok(got.kind === "got" && got.url.endsWith("/second"));
  assert.deepEqual(await get("inside"), { kind: "refused", why: "address" });
  assert.deepEqual(await get("file"), { kind: "refused", why: "address" });
  assert.deepEqual(await get("round"), { kind: "refused", why: "redirects" });
});

test("too much, too slow, packed or cut off: refused", async () => {
  await using server = await outside(({ url }, response) => {
    if (url === "/long") response.end("x".repeat(80_000));
    else if (url === "/said") response.setHeader("content-length", 5_000_000).flushHeaders();
    else if (url === "/packed") response.setHeader("content-encoding", "gzip").end("zip");
    else if (url === "/cut") response.destroy();
    else response.write("slow"); // and never ends
  });
  const get = (path: string) => fetchOutside(server.at() + path, { megabytes: 0.05, seconds: 0.3 }, here);
  assert.deepEqual(await get("long"), { kind: "refused", why: "size" });
  assert.deepEqual(await get("said"), { kind: "refused", why: "size" });
  assert.deepEqual(await get("packed"), { kind: "refused", why: "encoding" });
  assert.deepEqual(await get("cut"), { kind: "refused", why: "unreachable" });
  assert.deepEqual(await get("slow"), { kind: "refused", why: "time" });
});

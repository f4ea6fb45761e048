/**
 * Fetches an address that somebody gave us, from a server that we do not know. Whoever gives the address must not be able to make this server knock
 * at its own doors: https only, the usual port, and only addresses that anybody on the internet can reach. A name is resolved once, every address it
 * has is looked at, and the connection goes to the very address that was looked at, so that a second answer of the name changes nothing. Each
 * redirect is begun anew with all of this. Size, time and the number of redirects are bounded; nothing of ours is sent along.
 */
import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP } from "node:net";

export type Fetched =
  | { kind: "got"; url: string; status: number; type: string; body: Buffer }
  | { kind: "refused"; why: "address" | "redirects" | "size" | "time" | "encoding" | "unreachable" };

export type Limits = { seconds?: number; megabytes?: number; redirects?: number; accept?: string };

/** What only tests give: a server of their own on this machine, without a certificate. */
export type Permission = { allows: (address: string) => boolean; resolve?: (host: string) => Promise<string[]> };

export async function fetchOutside(address: string, limits: Limits = {}, permission: Permission | null = null): Promise<Fetched> {
  const signal = AbortSignal.timeout((limits.seconds ?? 8) * 1000);
  let url = address;
  try {
    for (let step = 0; step <= (limits.redirects ?? 3); step++) {
      const found = await oneStep(url, limits, signal, permission);
      if (found.kind !== "moved") return found;
      url = found.to;
    }
    return { kind: "refused", why: "redirects" };
  } catch {
    return { kind: "refused", why: signal.aborted ? "time" : "unreachable" };
  }
}

async function oneStep(address: string, { megabytes = 0.5, accept = "text/html" }: Limits, signal: AbortSignal, permission: Permission | null): Promise<Fetched | { kind: "moved"; to: string }> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { kind: "refused", why: "address" };
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await unlessAborted(signal, isIP(host) ? Promise.resolve([host]) : (permission?.resolve ?? resolve)(host));
  const [first] = addresses;
  const permitted = permission !== null && addresses.every((each) => permission.allows(each));
  const ordinary = url.protocol === "https:" && url.port === "" && addresses.every(isPublic);
  if (!first || !(ordinary || permitted)) return { kind: "refused", why: "address" };

  const response = await request(url, first, accept, signal);
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400 && response.headers.location) {
    response.destroy();
    const { location } = response.headers;
    return URL.canParse(location, url) ? { kind: "moved", to: new URL(location, url).href } : { kind: "refused", why: "address" };
  }
  if ((response.headers["content-encoding"] ?? "identity") !== "identity") {
    response.destroy(); // not asked for; a few bytes could become gigabytes
    return { kind: "refused", why: "encoding" };
  }
  const body = await bounded(response, megabytes * 1024 * 1024);
  return body ? { kind: "got", url: url.href, status, type: response.headers["content-type"] ?? "", body } : { kind: "refused", why: "size" };
}

function request(url: URL, address: string, accept: string, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((answered, failed) => {
    const pinned = { address, family: isIP(address) };
    const asking = (url.protocol === "https:" ? https : http).request(url, {
      agent: false, // a connection that is kept could have been opened to another address
      signal,
      headers: { accept, "accept-encoding": "identity", "user-agent": "Branchline" },
      lookup: (_host, options, done) => (options.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family)),
    });
    asking.once("response", answered).once("error", failed).end();
  });
}

async function bounded(response: http.IncomingMessage, most: number): Promise<Buffer | null> {
  if (Number(response.headers["content-length"] ?? 0) > most) {
    response.destroy();
    return null;
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return null; // leaving the loop closes the connection
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function resolve(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, failed) => signal.addEventListener("abort", () => failed(new Error("too slow")), { once: true }))]);
}

const closed = new BlockList();
for (const net of ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"]) add(net, "ipv4");
// Of version 6 only 2000::/3 is given out; within it these are for tunnels (which may lead inside) and for examples.
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
for (const net of ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]) add(net, "ipv6");

function add(net: string, family: "ipv4" | "ipv6"): void {
  const [address, bits] = net.split("/");
  closed.addSubnet(address!, Number(bits), family);
}

/** Reachable by anybody: not this machine, not the network that it stands in, not where clouds keep their metadata. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && given.check(address, "ipv6") && !closed.check(address, "ipv6");
}

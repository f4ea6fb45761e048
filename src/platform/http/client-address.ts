import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Where a request comes from, for rates. X-Forwarded-For counts only behind a proxy that we were told to trust (its last entry is the proxy's own
 * word). Of an IPv6 address only the network counts: each household has 2^64 of them to choose from.
 */
export function clientAddress(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return network(forwarded || remote(c));
}

/** The other end of the connection itself: a visitor, or a proxy. */
export function remote(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown"; // app.request() in tests has no socket
  }
}

/** The first 64 bits of an IPv6 address; an IPv4 one as it is, also where the socket writes it as ::ffff:192.0.2.7 or a proxy adds a port. */
function network(address: string): string {
  const plain = address.replace(/^\[|\](:\d+)?$|%.*$/g, "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/^([\d.]+):\d+$/, "$1");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return `${[...groups, ...Array<string>(missing).fill("0"), ...rest].slice(0, 4).join(":")}::/64`;
}

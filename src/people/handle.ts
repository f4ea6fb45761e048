/**
 * Handles: the names by which people know each other online. People paste them in every form, as an address of a page, with and without an @; each
 * network knows its own and writes them in one way, which is what is stored, shown on stickers and compared.
 */
import type { MessageKey } from "../platform/i18n/catalogue.ts";

export type Network = "fediverse" | "bluesky" | "github" | "linkedin" | "orcid" | "instagram" | "threads" | "x" | "website" | "other";

type Rules = {
  /** What it is called. */
  name: MessageKey;
  /** What to say when it cannot be read. */
  wrong: MessageKey;
  /** The handle as it is shown, or null. */
  read(written: string): string | null;
  /** The page that it leads to, if there is one. */
  url(shown: string): string | null;
};

export const NETWORKS: Record<Network, Rules> = {
  fediverse: {
    name: "people.network.fediverse",
    wrong: "people.handleWrong.fediverse",
    read: readFediverse,
    url: (shown) => `https://${shown.split("@")[2]}/@${shown.split("@")[1]}`,
  },
  bluesky: {
    name: "people.network.bluesky",
    wrong: "people.handleWrong.bluesky",
    read(written) {
      const name = bare(written, /^bsky\.app\/profile\//).toLowerCase();
      return isHost(name) ? `@${name}` : null;
    },
    url: (shown) => `https://bsky.app/profile/${shown.slice(1)}`,
  },
  github: named("github", /^github\.com\//, /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i, "github.com/"),
  linkedin: named("linkedin", /^linkedin\.com\/in\/|^in\//, /^[\p{L}\p{N}-]{3,100}$/u, "linkedin.com/in/"),
  orcid: {
    name: "people.network.orcid",
    wrong: "people.handleWrong.orcid",
    read: readOrcid,
    url: (shown) => `https://orcid.org/${shown}`,
  },
  instagram: named("instagram", /^instagram\.com\//, /^[a-z\d_.]{1,30}$/i, "@", "instagram.com/"),
  threads: named("threads", /^threads\.(?:net|com)\//, /^[a-z\d_.]{1,30}$/i, "@", "threads.com/@"),
  x: named("x", /^(?:x|twitter)\.com\//, /^[a-z\d_]{1,15}$/i, "@", "x.com/"),
  website: {
    name: "people.network.website",
    wrong: "people.handleWrong.website",
    read: readWebsite,
    url: (shown) => `https://${shown}`,
  },
  other: {
    name: "people.network.other",
    wrong: "people.handleWrong.other",
    read: (written) => (written.length >= 1 && written.length <= 100 ? written.replace(/\s+/g, " ") : null),
    url: () => null,
  },
};

export function isNetwork(name: string): name is Network {
  return Object.hasOwn(NETWORKS, name);
}

/** Networks where a handle is a name under one roof. It is shown behind `sign`: an @ where people write one, else the page that it is on. */
function named(network: "github" | "linkedin" | "instagram" | "threads" | "x", page: RegExp, allowed: RegExp, sign: string, host = sign): Rules {
  return {
    name: `people.network.${network}`,
    wrong: `people.handleWrong.${network}`,
    read(written) {
      const name = bare(written, page);
      return allowed.test(name) ? sign + name : null;
    },
    url: (shown) => `https://${host}${encodeURIComponent(shown.slice(sign.length))}`,
  };
}

/** Without https://, www., the network's own page before it, an @, and whatever a browser put behind it. */
function bare(written: string, page: RegExp): string {
  const [path = ""] = decoded(written).replace(/^https?:\/\//i, "").replace(/^(?:www|m|[a-z]{2})\.(?=\w+\.\w+\/)/i, "").split(/[?#]/);
  return path.replace(new RegExp(page.source, "i"), "").replace(/\/.*$/, "").replace(/^@/, "");
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** @nell@fenbridge.example, nell@fenbridge.example, https://fenbridge.example/@nell, .../users/nell */
function readFediverse(written: string): string | null {
  const page = /^https?:\/\/([^/\s]+)\/(?:@|users\/|u\/|profile\/)([^/?#\s]+)/i.exec(written);
  const [name, host] = page ? [page[2], page[1]] : written.replace(/^acct:/i, "").replace(/^@/, "").split("@");
  const isName = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u.test(name ?? "");
  return isName && host && isHost(host) && written.split("@").length <= 3 ? `@${name}@${host.toLowerCase()}` : null;
}

/** The last character is a check digit (ISO 7064, mod 11-2), so a slip of the finger shows. */
function readOrcid(written: string): string | null {
  const digits = written.replace(/^https?:\/\/orcid\.org\//i, "").replace(/[\s-]/g, "").toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return null;
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? "X" : String(check)) ? digits.replace(/(.{4})(?=.)/g, "$1-") : null;
}

/** Shown without https:// and without slashes at the end of the path. */
function readWebsite(written: string): string | null {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return null;
  const { hostname, host, pathname, search, username } = new URL(address);
  const shown = host + pathname.replace(/\/+$/, "") + search;
  return isHost(hostname) && !username && shown.length < 200 ? shown : null;
}

function isHost(name: string): boolean {
  return name.length <= 253 && /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+$/u.test(name);
}

/** What someone typed, as its network writes it; null where that cannot be. */
export function readHandle(network: string, written: string): { network: Network; value: string } | null {
  const value = isNetwork(network) ? NETWORKS[network].read(written.trim()) : null;
  return value ? { network: network as Network, value } : null;
}

export function handleFault(network: string): MessageKey {
  return isNetwork(network) ? NETWORKS[network].wrong : "people.networkMissing";
}

/** Every body with members is a unit; an organisation is the one at the root of its tree. */
import type { Line } from "../ui/view.ts";

export type UnitKind = "organisation" | "branch" | "group" | "committee";
export type JoinPolicy = "open" | "request" | "invitation";

/** A unit as pages and actions need it, with what it takes from its organisation. */
export type Unit = {
  readonly id: string;
  readonly organisationId: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  /** Markdown */
  readonly about: string;
  readonly area: string | null;
  readonly joinPolicy: JoinPolicy;
  /** From the organisation down to this unit, itself included. */
  readonly path: string[];
  readonly memberCount: number;
  readonly closedAt: Temporal.Instant | null;
  readonly organisationName: string;
  readonly organisationSlug: string;
  readonly organisationPolicy: JoinPolicy;
  readonly code: string;
  readonly line: Line;
  readonly zone: string;
  readonly onlineOnly: boolean;
  readonly website: string | null;
  /** Where the organisation reads letters */
  readonly mailbox: string | null;
};

/** What a unit's form asks for. */
export type UnitAsk = { name: string; summary: string; about: string; area: string | null; joinPolicy: JoinPolicy };

/** What an organisation's form asks for, besides. */
export type OrganisationAsk = UnitAsk & {
  /** Three capitals */
  code: string;
  line: number;
  zone: string;
  onlineOnly: boolean;
  website: string | null;
  mailbox: string | null;
};

type Addressed = { readonly kind: string; readonly slug: string; readonly organisationSlug: string };

/** The page of an organisation or of one of its units. */
export function unitUrl({ kind, slug, organisationSlug }: Addressed): string {
  return kind === "organisation" ? `/organisations/${organisationSlug}` : `/organisations/${organisationSlug}/${slug}`;
}

/** The last parts of addresses below an organisation; a unit never takes one as its name in the address. */
const RESERVED = new Set(
  "branch closing conduct edit events export import imports invitations joining leaving list log members new organisers removal requests search units withdrawal".split(" "),
);

/** "Örebro & Fenbridge" -> "orebro-fenbridge". A name without Latin letters gets the word for what it is. */
export function slugFrom(name: string, kind: UnitKind): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ø/g, "o")
    .replace(/đ/g, "d")
    .replace(/ł/g, "l")
    .replace(/þ/g, "th")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-|-$/g, "");
  if (plain === "") return kind;
  return RESERVED.has(plain) ? `${plain}-${kind}` : plain;
}

/** The first of "wales", "wales-2", "wales-3" that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`;
  return slug;
}

/** Three letters that fit the name, the likeliest first: "The Library Guild" -> TLG. Ends when every code is offered. */
export function* codesFor(name: string): Generator<string> {
  const words = slugFrom(name, "organisation").toUpperCase().replace(/[0-9]/g, "").split("-").filter(Boolean);
  const letters = words.join("");
  const initials = words.map((word) => word[0]).join("");
  const offered = new Set<string>();
  const fresh = (code: string) => /^[A-Z]{3}$/.test(code) && offered.size < offered.add(code).size;
  const first = words[0]?.[0] ?? "A";
  for (const code of [initials.slice(0, 3), initials.slice(0, 2) + (words[1]?.[1] ?? ""), (words[0] ?? "").slice(0, 2) + (words[1]?.[0] ?? ""), letters.slice(0, 3)]) {
    if (fresh(code)) yield code;
  }
  for (let i = 1; i < letters.length; i++) for (let j = i + 1; j < letters.length; j++) {
    const code = first + letters[i] + letters[j];
    if (fresh(code)) yield code;
  }
  const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const a of [first, ...alphabet]) for (const b of alphabet) for (const c of alphabet) if (fresh(a + b + c)) yield a + b + c;
}

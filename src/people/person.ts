import type { Line } from "../ui/view.ts";

/** What a sticker shows of a person; each query of people brings these. */
export type StickerFacts = {
  readonly id: string;
  readonly name: string;
  readonly nameLang: string | null;
  readonly knownBy: string | null;
  readonly line: Line;
  readonly photo?: string | null;
};

export function personUrl(id: string): string {
  return `/people/${id}`;
}

/** "maps, oral history; singing" as a list: in whatever way people part things, each once. */
export function splitList(text: string): string[] {
  const parts = text
    .split(/[,;\n、،，；]/u)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  const seen = new Set<string>();
  return parts.filter((part) => !seen.has(part.toLocaleLowerCase()) && seen.add(part.toLocaleLowerCase()));
}

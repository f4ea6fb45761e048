/** vCard 4.0 (RFC 6350): a person as address books take them in. */

export type Card = {
  name: string;
  latinName?: string | null;
  pronouns?: string | null;
  handle?: string | null;
  organisation?: string | null;
  area?: string | null;
  languages?: readonly string[];
  note?: string | null;
  url?: string | null;
  addresses?: readonly string[];
};

export function vcard(card: Card): string {
  const lines: (string | false | null | undefined)[] = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `FN:${text(card.name)}`,
    card.latinName && `FN;LANGUAGE=und-Latn:${text(card.latinName)}`,
    card.handle && `NICKNAME:${text(card.handle)}`,
    card.pronouns && `PRONOUNS:${text(card.pronouns)}`, // RFC 9554
    card.organisation && `ORG:${text(card.organisation)}`,
    card.area && `ADR:;;;${text(card.area)};;;`,
    ...(card.addresses ?? []).map((address) => `EMAIL:${text(address)}`),
    ...(card.languages ?? []).map((language) => `LANG:${text(language)}`),
    card.url && `URL:${card.url}`,
    card.note && `NOTE:${text(card.note)}`,
    "END:VCARD",
  ];
  return lines
    .filter((line): line is string => Boolean(line))
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

/** 3.4 */
function text(value: string): string {
  return value.replace(/[\\,;]/g, "\\$&").replace(/\r\n|[\r\n]/g, "\\n");
}

/** 3.2: at most 75 octets to a line, never cut within a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      [piece, octets] = ["", 0];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}

/**
 * Which letters a file's bytes stand for. A byte order mark says it; a zero in every second byte means UTF-16; bytes that are valid UTF-8 are
 * UTF-8 (chance hardly ever makes them so). Everything else has one byte a letter, and those encodings differ in their upper half only: the one
 * in which most of those bytes stand beside other letters as letters of the same script is taken. It is a guess, which the mapping step lets people change.
 */
export type Encoding = (typeof ENCODINGS)[number];

export const ENCODINGS = [
  "utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh", "windows-1250", "iso-8859-2", "windows-1251", "iso-8859-5", "koi8-r", "windows-1253", "windows-1254",
] as const;

/** Why a file cannot be a list of people, whatever its name says. */
export type NotText = "empty" | "zip" | "old-excel" | "pdf" | "html" | "zero-bytes";

export type Detected = { kind: "text"; encoding: Encoding } | { kind: "not-text"; why: NotText };

/** Looks at all bytes once, piece by piece, as they arrive. */
export class EncodingDetector {
  #head = Buffer.alloc(0);
  #utf8: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });
  #zeros = 0;
  #evenZeros = 0;
  #length = 0;
  /** Lines with bytes of the upper half, from anywhere in the file: what tells encodings of one byte apart. */
  #upper: Buffer[] = [];
  #upperLength = 0;

  push(bytes: Uint8Array): void {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#head.length < HEAD) this.#head = Buffer.concat([this.#head, piece.subarray(0, HEAD - this.#head.length)]);
    for (let at = piece.indexOf(0); at !== -1; at = piece.indexOf(0, at + 1)) {
      this.#zeros++;
      if ((this.#length + at) % 2 === 0) this.#evenZeros++;
    }
    try {
      this.#utf8?.decode(piece, { stream: true });
    } catch {
      this.#utf8 = null;
    }
    if (this.#upperLength < UPPER) this.#collectUpper(piece);
    this.#length += piece.length;
  }

  end(): Detected {
    if (this.#utf8) {
      try {
        this.#utf8.decode();
      } catch {
        this.#utf8 = null;
      }
    }
    const why = notText(this.#head);
    if (why) return { kind: "not-text", why };
    const marked = byMark(this.#head);
    if (marked && (marked !== "utf-8" || this.#zeros === 0)) return { kind: "text", encoding: marked };
    if (this.#zeros > this.#length / 4) return { kind: "text", encoding: this.#evenZeros > this.#zeros / 2 ? "utf-16be" : "utf-16le" };
    if (this.#zeros > 0) return { kind: "not-text", why: "zero-bytes" };
    return { kind: "text", encoding: this.#utf8 ? "utf-8" : likeliest(Buffer.concat(this.#upper)) };
  }

  #collectUpper(piece: Buffer): void {
    for (let at = 0; at < piece.length && this.#upperLength < UPPER; at++) {
      if (piece[at]! < 0x80) continue;
      const from = Math.max(0, at - 12);
      const until = Math.min(piece.length, at + 24);
      this.#upper.push(Buffer.from(piece.subarray(from, until)), BREAK);
      this.#upperLength += until - from;
      at = until;
    }
  }
}

const HEAD = 4096;
const UPPER = 64 * 1024;
const BREAK = Buffer.from("\n");

function byMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return null;
}

function notText(head: Buffer): NotText | null {
  if (head.length === 0 || head.toString("latin1").trim() === "") return "empty";
  if (head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) return "zip";
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return "old-excel";
  if (head.subarray(0, 5).toString("latin1") === "%PDF-") return "pdf";
  const opening = head.toString("latin1").replaceAll("\0", "").replace(/^[^<]{0,3}\s*/, "").slice(0, 200).toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<!--|<table)/.test(opening)) return "html";
  return null;
}

/** Of equals the first in this order: the commonest. */
const ONE_BYTE = ["windows-1252", "macintosh", "windows-1250", "iso-8859-2", "windows-1251", "koi8-r", "iso-8859-5", "windows-1253"] as const satisfies readonly Encoding[];

export function likeliest(bytes: Uint8Array): Encoding {
  let best: Encoding = "windows-1252";
  let most = -Infinity;
  for (const encoding of ONE_BYTE) {
    const score = plausibility(new TextDecoder(encoding).decode(bytes));
    if (score > most) [best, most] = [encoding, score];
  }
  return best;
}

/** Letters as the languages of western and central Europe use them count most; a letter amid another script, or a symbol within a word, counts against. */
function plausibility(text: string): number {
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (letter < "\u0080") continue;
    const before = text[i - 1] ?? " ";
    const after = text[i + 1] ?? " ";
    const inWord = LATIN.test(before) || LATIN.test(after);
    if (LATIN.test(letter)) {
      const shouts = letter !== letter.toLowerCase() && SMALL.test(before);
      score += (inWord ? 2 : 0.5) + (COMMON.has(letter) ? 2 : 0) + (FREQUENT.has(letter) ? 1 : 0) - (shouts ? 4 : 0) - (LATIN.test(before) && before >= "\u0080" ? 1.5 : 0);
    } else if (CYRILLIC_OR_GREEK.test(letter)) {
      const shouts = letter !== letter.toLowerCase() && CYRILLIC_OR_GREEK.test(before) && before !== before.toUpperCase();
      score += (inWord ? -4 : 2.2) - (shouts ? 3 : 0) + (CYRILLIC_OR_GREEK.test(before) || CYRILLIC_OR_GREEK.test(after) ? 0.6 : -1);
    } else if (PUNCTUATION.has(letter)) score += 1.5;
    else score -= inWord ? 4 : 1;
  }
  return score;
}

const LATIN = /\p{Script=Latin}/u;
const SMALL = /\p{Ll}/u;
const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const COMMON = new Set("àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØŒÚÜąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰăâîșşțţ");
const FREQUENT = new Set("éèüöäçñáíóßøåąęłśżčšžř");
const PUNCTUATION = new Set("‘’“”–—…€£«»©·");

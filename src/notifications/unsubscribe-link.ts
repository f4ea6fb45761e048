/**
 * The link under a letter that stops such letters, without signing in. It says to whom and to which network it belongs, but only to this server:
 * the two ids are encrypted, with their HMAC as nonce and seal in one (as in SIV, RFC 5297). The same ids give the same link, so that a letter
 * written twice is the same letter; whoever changes a character has nothing.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** `organisationId` null: the weekly letter, whatever is in it. */
export type Unsubscribing = { personId: string; organisationId: string | null };

/** A link for one purpose is nothing for another: "answer" names an event in place of the organisation, for `attendance/answer-link.routes.ts`. */
type Purpose = "unsubscribe" | "answer";

const NIL = "00000000-0000-0000-0000-000000000000";

export function unsubscribeToken(secret: string, { personId, organisationId }: Unsubscribing, purpose: Purpose = "unsubscribe"): string {
  const ids = Buffer.concat([bytes(personId), bytes(organisationId ?? NIL)]);
  const seal = sealOf(secret, ids, purpose);
  return Buffer.concat([seal, createCipheriv("aes-256-ctr", key(secret, purpose, "encrypt"), seal).update(ids)]).toString("base64url");
}

/** Null where it is not one of ours. */
export function readUnsubscribeToken(secret: string, token: string, purpose: Purpose = "unsubscribe"): Unsubscribing | null {
  const sealed = Buffer.from(token, "base64url");
  if (sealed.length !== 48) return null;
  const seal = sealed.subarray(0, 16);
  const ids = createDecipheriv("aes-256-ctr", key(secret, purpose, "encrypt"), seal).update(sealed.subarray(16));
  if (!timingSafeEqual(seal, sealOf(secret, ids, purpose))) return null;
  const organisationId = uuid(ids.subarray(16));
  return { personId: uuid(ids.subarray(0, 16)), organisationId: organisationId === NIL ? null : organisationId };
}

function sealOf(secret: string, ids: Buffer, purpose: Purpose): Buffer {
  return createHmac("sha256", key(secret, purpose, "seal")).update(ids).digest().subarray(0, 16);
}

function key(secret: string, purpose: Purpose, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `${purpose} ${use}`, 32));
}

function bytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function uuid(id: Buffer): string {
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

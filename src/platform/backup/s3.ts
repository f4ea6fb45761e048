/** As much of S3 as backups need: put, get, look, list, delete, each signed (AWS Signature Version 4, "authenticating requests: using the Authorization header"). */
import { createHash, createHmac } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import type { IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream/promises";

export type S3Address = {
  /** https://s3.example.org or, for a machine beside this one, http://minio:9000 */
  readonly endpoint: string;
  readonly bucket: string;
  /** Before each name; empty or ending in a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
};

const NOTHING = createHash("sha256").digest("hex");

/** A silent server must not hold the next backup up for ever. */
const SILENCE_MS = 60_000;

export async function putObject(to: S3Address, name: string, file: string): Promise<void> {
  const { size } = await stat(file);
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  const response = await ask(to, "PUT", `${to.prefix}${name}`, {}, { hash: hash.digest("hex"), file, size });
  await textOf(response);
}

export async function getObject(from: S3Address, name: string, file: string): Promise<void> {
  await pipeline(await ask(from, "GET", `${from.prefix}${name}`), createWriteStream(file, { mode: 0o600 }));
}

/** Its length in bytes. */
export async function objectSize(at: S3Address, name: string): Promise<number> {
  const response = await ask(at, "HEAD", `${at.prefix}${name}`);
  response.resume();
  return Number(response.headers["content-length"]);
}

export async function deleteObject(at: S3Address, name: string): Promise<void> {
  await textOf(await ask(at, "DELETE", `${at.prefix}${name}`));
}

/** Every name directly below the prefix. */
export async function listObjects(at: S3Address): Promise<string[]> {
  const names: string[] = [];
  let more: string | undefined;
  do {
    const text = await textOf(await ask(at, "GET", "", { "list-type": "2", prefix: at.prefix, ...(more ? { "continuation-token": more } : {}) }));
    for (const [, key = ""] of text.matchAll(/<Key>([^<]*)<\/Key>/g)) {
      const name = unescaped(key).slice(at.prefix.length);
      if (!name.includes("/")) names.push(name);
    }
    more = /<IsTruncated>true</.test(text) ? unescaped(/<NextContinuationToken>([^<]*)</.exec(text)?.[1] ?? "") || undefined : undefined;
  } while (more);
  return names;
}

type Body = { hash: string; file: string; size: number };

async function ask(at: S3Address, method: string, key: string, query: Record<string, string> = {}, body?: Body): Promise<IncomingMessage> {
  const url = new URL(at.endpoint);
  const path = `/${[at.bucket, ...key.split("/")].filter((part, i) => i === 0 || key !== "" || part).map(encoded).join("/")}`;
  const search = canonicalQuery(query);
  const headers = signed(at, { method, path, search, host: url.host, hash: body?.hash ?? NOTHING, now: Temporal.Now.instant() });
  const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, {
    method,
    path: search ? `${path}?${search}` : path,
    headers: { ...headers, ...(body ? { "content-length": body.size, "content-type": "application/zstd" } : {}) },
    timeout: SILENCE_MS,
  });
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.once("response", resolve).once("error", reject).once("timeout", () => request.destroy(new Error("it has not answered for a minute")));
  if (body) await pipeline(createReadStream(body.file), request).catch(reject);
  else request.end();
  const response = await promise;
  if (response.statusCode! < 300) return response;
  const said = method === "HEAD" ? "" : await textOf(response);
  throw new Error(`${url.host} answered ${response.statusCode} ${/<Code>([^<]*)</.exec(said)?.[1] ?? ""} ${/<Message>([^<]*)</.exec(said)?.[1] ?? ""}`.trim());
}

type ToSign = { method: string; path: string; search: string; host: string; hash: string; now: Temporal.Instant };

/** The headers of a request, its signature among them. */
export function signed({ region, keyId, secret }: Pick<S3Address, "region" | "keyId" | "secret">, it: ToSign): Record<string, string> {
  const moment = it.now.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");
  const day = moment.slice(0, 8);
  const headers: Record<string, string> = { host: it.host, "x-amz-content-sha256": it.hash, "x-amz-date": moment };
  const names = Object.keys(headers).toSorted();
  const canonical = [it.method, it.path, it.search, ...names.map((name) => `${name}:${headers[name]}`), "", names.join(";"), it.hash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", moment, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer | string>((secretSoFar, part) => hmac(secretSoFar, part), `AWS4${secret}`);
  const signature = hmac(key, toSign).toString("hex");
  return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}` };
}

function canonicalQuery(query: Record<string, string>): string {
  return Object.keys(query)
    .toSorted()
    .map((name) => `${encoded(name)}=${encoded(query[name]!)}`)
    .join("&");
}

/** As AWS wants it: everything but letters, digits and -._~ */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

/** Bounded: a list of a thousand names is some 300 kB. */
async function textOf(response: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of response.setEncoding("utf8")) if ((text += piece as string).length > 5_000_000) throw new Error("its answer is too long");
  return text;
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name]!);
}

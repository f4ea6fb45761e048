/** A small real server that speaks S3: it keeps objects in memory and works out each signature by itself, from what arrived. */
import { createHash, createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import type { S3Address } from "../src/platform/backup/s3.ts";

export const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

export async function bucket(t: TestContext, pageLength = 1000): Promise<{ address: S3Address; objects: Map<string, Buffer> }> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const [path = "", search = ""] = request.url!.split("?");
    if (!isSigned(request.method!, path, search, request.headers, body)) return response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code><Message>No</Message></Error>");
    const key = decodeURIComponent(path.replace(/^\/safe\/?/, ""));
    if (request.method === "PUT") objects.set(key, body);
    if (request.method === "DELETE") objects.delete(key);
    if (request.method === "PUT" || request.method === "DELETE") return response.end();
    if (key) return objects.has(key) ? response.writeHead(200, { "content-length": objects.get(key)!.length }).end(request.method === "HEAD" ? undefined : objects.get(key)) : response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    const query = new URLSearchParams(search);
    const from = Number(query.get("continuation-token") ?? 0);
    const keys = [...objects.keys()].filter((each) => each.startsWith(query.get("prefix") ?? "")).toSorted();
    const page = keys.slice(from, from + pageLength).map((each) => `<Contents><Key>${each.replaceAll("&", "&amp;")}</Key></Contents>`);
    const more = keys.length > from + pageLength;
    response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${from + pageLength}</NextContinuationToken>` : ""}${page.join("")}</ListBucketResult>`);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { objects, address: { endpoint, bucket: "safe", prefix: "our house/", region: "eu-west-2", keyId: "AKIDEXAMPLE", secret: SECRET } };
}

function isSigned(method: string, path: string, search: string, headers: Record<string, unknown>, body: Buffer): boolean {
  const [, keyId, day, region, names = "", signature] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(String(headers["authorization"])) ?? [];
  const hash = createHash("sha256").update(body).digest("hex");
  if (keyId !== "AKIDEXAMPLE" || headers["x-amz-content-sha256"] !== hash || !names.split(";").includes("host")) return false;
  const canonical = `${method}\n${path}\n${search}\n${names.split(";").map((name) => `${name}:${String(headers[name])}\n`).join("")}\n${names}\n${hash}`;
  const toSign = `AWS4-HMAC-SHA256\n${String(headers["x-amz-date"])}\n${day}/${region}/s3/aws4_request\n${createHash("sha256").update(canonical).digest("hex")}`;
  let key: Buffer | string = `AWS4${SECRET}`;
  for (const part of [day!, region!, "s3", "aws4_request"]) key = createHmac("sha256", key).update(part).digest();
  return createHmac("sha256", key).update(toSign).digest("hex") === signature;
}

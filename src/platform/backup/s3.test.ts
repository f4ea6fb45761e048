import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { bucket, SECRET } from "../../../test/bucket.ts";
import { deleteObject, getObject, listObjects, objectSize, putObject, signed } from "./s3.ts";

test("a file goes to the bucket, is found, comes back the same, and can be taken away", async (t) => {
  const { address, objects } = await bucket(t, 2);
  const folder = await mkdtemp(join(tmpdir(), "branchline-s3-"));
  await writeFile(join(folder, "one"), Buffer.alloc(300_000, "stations "));
  for (const name of ["a&b (1).zst", "b.zst", "c.zst", "d.zst", "e/inner.zst"]) await putObject(address, name, join(folder, "one"));
  objects.set("elsewhere.zst", Buffer.from("x"));
  assert.deepEqual(await listObjects(address), ["a&b (1).zst", "b.zst", "c.zst", "d.zst"]);
  assert.equal(await objectSize(address, "a&b (1).zst"), 300_000);
  await getObject(address, "b.zst", join(folder, "two"));
  assert.deepEqual(await readFile(join(folder, "two")), await readFile(join(folder, "one")));
  await deleteObject(address, "b.zst");
  await assert.rejects(getObject(address, "b.zst", join(folder, "three")), /404 NoSuchKey/);
});

test("a wrong key is refused, and the words of the server are told", async (t) => {
  const { address, objects } = await bucket(t);
  const folder = await mkdtemp(join(tmpdir(), "branchline-s3-"));
  await writeFile(join(folder, "one"), "x");
  await assert.rejects(putObject({ ...address, secret: "wrong" }, "a.zst", join(folder, "one")), /403 SignatureDoesNotMatch/);
  assert.equal(objects.size, 0);
});

test("the signature is the one of Amazon's own example", () => {
  // "GET Bucket Lifecycle" in the Signature Version 4 examples of the S3 API reference
  const headers = signed(
    { region: "us-east-1", keyId: "AKIAIOSFODNN7EXAMPLE", secret: SECRET },
    { method: "GET", path: "/", search: "lifecycle=", host: "examplebucket.s3.amazonaws.com", hash: createHash("sha256").digest("hex"), now: Temporal.Instant.from("2013-05-24T00:00:00Z") },
  );
  assert.match(headers["authorization"]!, /Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543$/);
});

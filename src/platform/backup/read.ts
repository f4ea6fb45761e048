import { createReadStream } from "node:fs";
import { createZstdDecompress } from "node:zlib";
import { SetupError, codeOf, messageOf } from "../errors.ts";
import type { Ending, Manifest } from "./contents.ts";
import { type Entry, entries } from "./tar.ts";

export async function* readBackup(file: string): AsyncGenerator<Entry> {
  const source = createReadStream(file);
  const plain = createZstdDecompress();
  source.once("error", (error) => plain.destroy(error));
  yield* entries(source.pipe(plain) as AsyncIterable<Buffer>);
}

/** Reads a backup from its beginning to its end, checksum included, before anything is touched. */
export async function checkBackup(file: string): Promise<{ manifest: Manifest; ending: Ending }> {
  let manifest: Manifest | undefined;
  let ending: Ending | undefined;
  try {
    for await (const one of readBackup(file)) {
      if (one.name === "manifest.json") manifest = JSON.parse(String(await one.all())) as Manifest;
      if (one.name === "ending.json") ending = JSON.parse(String(await one.all())) as Ending;
    }
  } catch (error) {
    if (["ENOENT", "EACCES", "EISDIR"].includes(codeOf(error) ?? ""))
      throw new SetupError(`The backup ${file} cannot be read (${codeOf(error)}). Check its name.`);
    throw new SetupError(`${file} is no whole backup of Branchline (${messageOf(error)}). Nothing was changed; use another backup.`);
  }
  if (manifest?.product !== "branchline" || !ending)
    throw new SetupError(`${file} is no whole backup of Branchline. Nothing was changed; use another backup.`);
  if (manifest.format !== 1)
    throw new SetupError(`${file} was made by a newer version of Branchline. Nothing was changed; restore it with that one.`);
  return { manifest, ending };
}

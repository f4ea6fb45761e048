/** A file arrives, is kept in pieces, and what its columns hold is guessed, then said by an organiser. */
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Tx } from "../platform/db/query.ts";
import { newId } from "../platform/ids.ts";
import { guessColumns, hasName, isMembershipsOnly } from "./import-columns.ts";
import { EncodingDetector } from "./import-encoding.ts";
import type { Encoding } from "./import-encoding.ts";
import { describeFile, HEAD } from "./import-file.ts";
import type { Description, Guess } from "./import-file.ts";
import { CHUNK, MOST_BYTES, MOST_WAITING } from "./import.ts";
import type { Problem } from "./import.ts";
import { chunk, filesOf, forgetUploadsBut, importById, insertChunk, insertFile, insertImport, removeImport, setMapping } from "./import.sql.ts";
import { unitById } from "./unit.sql.ts";

export type Upload = { name: string; pieces: AsyncIterable<Uint8Array> };

export type Received = { kind: "received"; id: string } | { kind: "unreadable"; problem: Problem; name: string } | { kind: "not-found" };

/** Keeps one file of people, and perhaps a second one with facts about them. `by` is null at the command line, where size is no matter. */
export async function receiveUpload(house: House, by: Viewer | null, unitId: string, uploads: readonly Upload[], mostBytes = MOST_BYTES): Promise<Received> {
  return house.db.transaction(async (tx): Promise<Received> => {
    const unit = await unitById.maybe(tx, unitId);
    if (!unit || unit.closedAt || (by && !mayOrganise(by, unit.path))) return { kind: "not-found" };
    const at = house.clock.now();
    const id = newId(at.epochMilliseconds);
    if (by) await forgetUploadsBut.run(tx, by.personId, MOST_WAITING - 1);
    await insertImport.run(tx, id, unitId, by?.personId ?? null, at);
    for (const [position, upload] of uploads.entries()) {
      const problem = await keepFile(tx, id, position, upload, mostBytes);
      if (problem) {
        await removeImport.run(tx, id);
        return { kind: "unreadable", problem, name: upload.name };
      }
    }
    const problem = await arrange(tx, id, uploads.length);
    if (!problem) return { kind: "received", id };
    await removeImport.run(tx, id);
    return { kind: "unreadable", problem, name: uploads[0]!.name };
  });
}

async function keepFile(tx: Tx, importId: string, position: number, { name, pieces }: Upload, mostBytes: number): Promise<Problem | null> {
  const blank = { position, name: name.slice(0, 200) || "file.csv", delimiter: ",", format: "other", header: [], headerLine: 1, samples: [], encoding: "utf-8", byteCount: 0 } as const;
  await insertFile.run(tx, importId, { ...blank, header: [], samples: [] });
  const detector = new EncodingDetector();
  let head = Buffer.alloc(0);
  let count = 0;
  let byteCount = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += CHUNK) {
      const bytes = Buffer.from(piece.subarray(at, at + CHUNK));
      byteCount += bytes.length;
      if (byteCount > mostBytes) return "too-large";
      detector.push(bytes);
      if (head.length < HEAD) head = Buffer.concat([head, bytes.subarray(0, HEAD - head.length)]);
      await insertChunk.run(tx, importId, position, count++, bytes);
    }
  }
  const detected = detector.end();
  if (detected.kind === "not-text") return detected.why;
  const described = describeFile(head, detected.encoding, byteCount > head.length);
  if ("problem" in described) return described.problem;
  await insertFile.run(tx, importId, { ...blank, ...described, encoding: detected.encoding, byteCount });
  return null;
}

/** Of two files the one with names is of people; the other must say something about them, by member number. */
async function arrange(tx: Tx, importId: string, count: number): Promise<Problem | null> {
  if (count < 2) return null;
  const [people, facts] = (await filesOf.many(tx, importId)).map((file) => guessColumns(file.header));
  return hasName(people!) && people!.includes("memberNo") && isMembershipsOnly(facts!) ? null : "second-file";
}

export type MappingAsk = Guess & { encoding: Encoding };

export type MappingOutcome = { kind: "mapped" } | { kind: "reread" } | { kind: "no-name" } | { kind: "not-found" } | { kind: "too-late" };

/** Takes the mapping; with another encoding the file is first described anew, for the organiser to look at again. */
export async function mapColumns(house: House, by: Viewer | null, importId: string, ask: MappingAsk): Promise<MappingOutcome> {
  return house.db.transaction(async (tx): Promise<MappingOutcome> => {
    const found = await importById.maybe(tx, importId);
    const unit = found && (await unitById.maybe(tx, found.unitId));
    const [file] = found ? await filesOf.many(tx, importId) : [];
    if (!found || !unit || (by && !mayOrganise(by, unit.path))) return { kind: "not-found" };
    if (found.confirmedAt || !file) return { kind: "too-late" };
    if (ask.encoding !== file.encoding) {
      const { bytes } = await chunk.one(tx, importId, 0, 0);
      const described = describeFile(bytes.subarray(0, HEAD), ask.encoding, file.byteCount > Math.min(bytes.length, HEAD));
      if ("problem" in described) return { kind: "reread" };
      await insertFile.run(tx, importId, { ...file, ...(described satisfies Description), encoding: ask.encoding });
      return { kind: "reread" };
    }
    if (!hasName(ask.columns)) return { kind: "no-name" };
    const columns = file.header.map((_, i) => ask.columns[i] ?? "ignore");
    await setMapping.run(tx, importId, columns, ask.dateOrder, house.clock.now());
    return { kind: "mapped" };
  });
}

/** Throws an import away before anybody was written down. */
export async function discardImport(house: House, by: Viewer, importId: string): Promise<{ kind: "removed" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const found = await importById.maybe(tx, importId);
    const unit = found && (await unitById.maybe(tx, found.unitId));
    if (!unit || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await removeImport.run(tx, importId);
    return { kind: "removed" };
  });
}

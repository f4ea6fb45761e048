/** Where scheduled backups lie: a folder, or a bucket away from this machine. */
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { deleteObject, getObject, listObjects, objectSize, putObject } from "./s3.ts";
import type { S3Address } from "./s3.ts";

export type BackupPlace = { readonly folder: string } | { readonly s3: S3Address };

/** Without keys: for pages and letters. */
export function placeWords(place: BackupPlace): string {
  return "folder" in place ? place.folder : `${new URL(place.s3.endpoint).host}/${place.s3.bucket}/${place.s3.prefix}`;
}

/** Brings a finished file to its place, under its name; returns once it is known to be whole there. */
export async function store(place: BackupPlace, file: string, name: string): Promise<void> {
  const { size } = await stat(file);
  if ("folder" in place) {
    await mkdir(place.folder, { recursive: true, mode: 0o700 });
    if (file !== join(place.folder, name)) await rename(file, join(place.folder, name));
    return;
  }
  await putObject(place.s3, name, file);
  const there = await objectSize(place.s3, name);
  if (there !== size) throw new Error(`${there} of ${size} bytes arrived`);
}

export async function namesIn(place: BackupPlace): Promise<string[]> {
  return "folder" in place ? readdir(place.folder) : listObjects(place.s3);
}

export async function removeFrom(place: BackupPlace, name: string): Promise<void> {
  if ("folder" in place) await rm(join(place.folder, name), { force: true });
  else await deleteObject(place.s3, name);
}

/** The path of a backup on this machine; one that lies elsewhere is fetched into `into` first. */
export async function bring(place: BackupPlace, name: string, into: string): Promise<string> {
  if ("folder" in place) return join(place.folder, name);
  const file = join(into, name);
  await getObject(place.s3, name, file);
  return file;
}

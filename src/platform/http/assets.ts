/**
 * Style sheet, browser modules, fonts: bundled by esbuild at start, named by their content, compressed once and for
 * ever. A bundle takes a quarter of a second, so it is kept in a folder and taken again while no source has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

export interface Assets {
  /** "app.css" -> "/assets/app-4F2K7QRD.css"; also "entry.js", "passkey.js", "besley-latin-600-normal.woff2". */
  url(name: string): string;
  /** By the last part of the address, such as "app-4F2K7QRD.css" */
  find(file: string): Asset | undefined;
}

/** What a bundle is kept as: files in base64, and the sources that it was made from with their hashes. */
interface Kept {
  readonly sources: Record<string, string>;
  readonly names: Record<string, string>;
  readonly files: Record<string, { type: string; plain: string; brotli: string | null; gzip: string | null }>;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const prefix = "/assets/";

export async function openAssets(cacheFolder = join(root, "node_modules/.cache/branchline")): Promise<Assets> {
  const keptIn = join(cacheFolder, "assets.json");
  let kept = readKept(keptIn);
  if (!kept || !isFresh(kept)) {
    kept = await bundle();
    keep(keptIn, kept);
  }
  return fromKept(kept);
}

function entryPoints(): string[] {
  return ["styles/app.css", "src/client/entry.ts", ...globSync("src/*/*.client.ts", { cwd: root }).sort()];
}

function readKept(path: string): Kept | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Kept;
  } catch {
    return null;
  }
}

/** Every source as it was, and no new entry among them. */
function isFresh(kept: Kept): boolean {
  const unchanged = Object.entries(kept.sources).every(
    ([path, hash]) => existsSync(join(root, path)) && hashOf(readFileSync(join(root, path))) === hash,
  );
  return unchanged && entryPoints().every((path) => path in kept.sources);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

/** They share one helper process of esbuild's. It would stay for as long as ours, and whoever ends it while another bundle is made leaves that waiting for ever. */
let bundling = 0;

async function bundle(): Promise<Kept> {
  const { build, stop } = await import("esbuild");
  bundling++;
  const made = build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: join(root, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: prefix,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "esnext",
    loader: { ".woff2": "file" },
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    write: false,
  });
  await Promise.allSettled([made]);
  if (--bundling === 0) await stop();
  const { outputFiles, metafile } = await made;
  const files: Kept["files"] = {};
  for (const file of outputFiles) files[basename(file.path)] = await compressed(basename(file.path), file.contents);
  const sources = Object.keys(metafile.inputs).filter((path) => existsSync(join(root, path)));
  return {
    sources: Object.fromEntries(sources.map((path) => [path, hashOf(readFileSync(join(root, path)))])),
    names: Object.fromEntries(Object.keys(metafile.outputs).map((path) => [plainName(basename(path)), basename(path)])),
    files,
  };
}

/** "app-4F2K7QRD.css" -> "app.css"; "passkey.client-4F2K7QRD.js" -> "passkey.js" */
function plainName(file: string): string {
  return file.replace(/-[A-Z0-9]{8}(?=\.)/, "").replace(".client.", ".");
}

async function compressed(name: string, plain: Uint8Array): Promise<Kept["files"][string]> {
  const type = types[extname(name)] ?? "application/octet-stream";
  const isText = type.startsWith("text/");
  const level = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    type,
    plain: base64(plain),
    brotli: isText ? base64(await promisify(brotliCompress)(plain, level)) : null,
    gzip: isText ? base64(await promisify(gzip)(plain, { level: 9 })) : null,
  };
}

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".woff2": "font/woff2",
};

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** Written aside and renamed, since several processes may start at once. A folder that cannot be written costs only time. */
function keep(path: string, kept: Kept): void {
  try {
    mkdirSync(join(path, ".."), { recursive: true });
    const aside = `${path}.${process.pid}`;
    writeFileSync(aside, JSON.stringify(kept));
    renameSync(aside, path);
  } catch {
    // The next start bundles again.
  }
}

function fromKept(kept: Kept): Assets {
  const bytes = (text: string | null) => (text === null ? null : new Uint8Array(Buffer.from(text, "base64")));
  const files = new Map<string, Asset>();
  for (const [name, file] of Object.entries(kept.files)) {
    files.set(name, { type: file.type, plain: bytes(file.plain)!, brotli: bytes(file.brotli), gzip: bytes(file.gzip) });
  }
  return {
    url(name) {
      const file = kept.names[name];
      if (!file) throw new Error(`There is no asset "${name}"; there are ${Object.keys(kept.names).join(", ")}`);
      return prefix + file;
    },
    find: (file) => files.get(file),
  };
}

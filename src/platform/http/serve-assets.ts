/** Bundled assets under /assets/, good for a year since their names change with them; icons and the like from public/. */
import { readFileSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import { Hono } from "hono";
import type { Asset, Assets } from "./assets.ts";

export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();

  app.get("/assets/:file", (c, next) => {
    const asset = assets.find(c.req.param("file"));
    if (!asset) return next();
    return new Response(...answer(asset, c.req.header("accept-encoding") ?? ""));
  });

  for (const [path, file] of publicFiles()) {
    app.get(path, () => new Response(file.bytes, { headers: { "content-type": file.type, "cache-control": "public, max-age=86400" } }));
  }
  return app;
}

function answer(asset: Asset, accepted: string): [Uint8Array<ArrayBuffer>, ResponseInit] {
  const headers: Record<string, string> = {
    "content-type": asset.type,
    "cache-control": "public, max-age=31536000, immutable",
  };
  if (asset.brotli) headers["vary"] = "accept-encoding";
  if (asset.brotli && /\bbr\b/.test(accepted)) {
    return [asset.brotli, { headers: { ...headers, "content-encoding": "br" } }];
  } else if (asset.gzip && /\bgzip\b/.test(accepted)) {
    return [asset.gzip, { headers: { ...headers, "content-encoding": "gzip" } }];
  } else {
    return [asset.plain, { headers }];
  }
}

function publicFiles(): Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }> {
  const folder = new URL("../../../public/", import.meta.url);
  return new Map(
    readdirSync(folder)
      .filter((name) => types[extname(name)])
      .map((name) => [
        `/${name}`,
        { bytes: new Uint8Array(readFileSync(new URL(name, folder))), type: types[extname(name)]! },
      ]),
  );
}

const types: Record<string, string> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/**
 * Pictures of pages at 390 and 1280 px, light and dark, into screenshots/:
 *
 *     node tools/screenshots.ts --at http://localhost:3000 --enter 'http://localhost:3000/sign-in/...' / /events
 *     node tools/screenshots.ts --at http://localhost:3000 --session TOKEN /you
 *     node tools/screenshots.ts --example 'Nell Ashworth' / /events
 *     node tools/screenshots.ts --gallery
 *
 * `--enter` is a sign-in link, as `npm start -- --example` prints them. `--example` needs no server: it fills a database
 * of the tests; '' is a stranger.
 */
import { parseArgs } from "node:util";
import { takePictures } from "../test/look/screenshots.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: "string", default: "http://localhost:3000" },
    enter: { type: "string" },
    session: { type: "string" },
    into: { type: "string", default: "screenshots" },
    example: { type: "string" },
    gallery: { type: "boolean", default: false },
  },
});

if (values.gallery) {
  const { serveGallery } = await import("../test/look/gallery-server.ts");
  const server = await serveGallery();
  report(await takePictures({ at: server.url, paths: ["/design", "/design/gate", "/design?locale=ar-XB"], into: values.into }));
  server.close();
} else if (values.example !== undefined) {
  const { serveExample } = await import("../test/look/example-server.ts");
  const server = await serveExample();
  const session = values.example ? await server.enter(values.example) : undefined;
  report(await takePictures({ at: server.url, paths: positionals.length ? positionals : ["/"], session, into: values.into }));
  await server.close();
} else {
  report(await takePictures({ at: values.at, paths: positionals.length ? positionals : ["/"], enterBy: values.enter, session: values.session, into: values.into }));
}

function report(files: string[]): void {
  for (const file of files) process.stdout.write(`${file}\n`);
}

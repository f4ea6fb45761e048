/** A program: a picture comes in, one line goes out, either `made LARGE SMALL` in base64 or why not. `square.ts` starts it and bounds its time. */
import { buffer } from "node:stream/consumers";
import type { WhyRefused } from "./square.ts";

const LARGE = 480;
const SMALL = 96;
/** A phone's largest, 48 million, and a little more. */
const MOST_PIXELS = 52_000_000;
const LEAST_EDGE = 96;
const READ = ["JpegBuffer", "PngBuffer", "WebpBuffer", "HeifBuffer"].map((name) => `VipsForeignLoad${name}`);

const { default: sharp } = await import("sharp").catch(() => end("no-decoder"));
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: READ });

const came = await buffer(process.stdin);
const open = () => sharp(came, { limitInputPixels: MOST_PIXELS, failOn: "error" });
// The head alone, before anything is unpacked. HEIF is a wrapping: what is in it may be AVIF, which can be read, or HEIC.
const head = await open()
  .metadata()
  .catch((error: Error) => end(/pixel limit/i.test(error.message) ? "too-many-pixels" : looksLikeHeic() ? "heic" : "no-picture"));
if (head.format === "heif" && head.compression !== "av1") end("heic");
if (Math.min(head.width, head.height) < LEAST_EDGE) end("too-small");

const made = await squares().catch(() => end("no-picture"));
console.log("made", ...made.map((one) => one.toString("base64")));

/**
 * Turned as it was held, and cut where there is most to see; the small one is made of the large one, for unpacking twice takes twice the memory. sharp
 * leaves out everything that was written beside the picture.
 */
async function squares(): Promise<Buffer[]> {
  const whole = open().autoOrient().resize(LARGE, LARGE, { fit: "cover", position: "attention" }).flatten({ background: "#fff" }).toColourspace("srgb");
  const { data, info } = await whole.raw().toBuffer({ resolveWithObject: true });
  const square = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  return [await square().webp({ quality: 80 }).toBuffer(), await square().resize(SMALL, SMALL).webp({ quality: 80 }).toBuffer()];
}

function looksLikeHeic(): boolean {
  return /^ftyp(hei|hev|mif1|msf1)/.test(came.toString("latin1", 4, 12));
}

function end(why: WhyRefused): never {
  console.log(why);
  process.exit(0);
}

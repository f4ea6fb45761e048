import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { log } from "../log.ts";

export const WHY_REFUSED = ["no-picture", "heic", "too-many-pixels", "too-small", "no-decoder"] as const;
export type WhyRefused = (typeof WHY_REFUSED)[number];

export type Squares = { kind: "made"; large: Buffer; small: Buffer } | { kind: "refused"; why: WhyRefused };

const PROGRAM = fileURLToPath(new URL("decoder.ts", import.meta.url));
const MOST_MS = 20_000;
const MOST_ANSWER = 2 * 1024 * 1024;

/**
 * A picture from anywhere as two squares without anything that was written into it. It is read in a process of its own, which knows no setting and
 * no password: pictures are where decoders have their holes, and what one takes of memory or time ends with it.
 */
export async function squares(bytes: Uint8Array): Promise<Squares> {
  return new Promise((answer) => {
    const child = execFile(process.execPath, [PROGRAM], { env: {}, timeout: MOST_MS, killSignal: "SIGKILL", maxBuffer: MOST_ANSWER }, (error, stdout) => {
      const [word = "", large = "", small = ""] = stdout.trim().split(" ");
      if (!error && word === "made") return answer({ kind: "made", large: Buffer.from(large, "base64"), small: Buffer.from(small, "base64") });
      const why = WHY_REFUSED.find((one) => one === word) ?? "no-picture"; // killed, or died over it
      if (why === "no-decoder") log.error("pictures cannot be read: the package sharp does not load on this machine", {});
      answer({ kind: "refused", why });
    });
    child.stdin!.on("error", () => {}); // it may end before it has read everything
    child.stdin!.end(bytes);
  });
}

/**
 * Pages per second as ratios to a bare node:http server that sends as many bytes, both loaded the same way in the same run: bare, page, bare, page
 * ... The public page comes from memory; the signed-in ones are made for the reader each time.
 */
import { fileURLToPath } from "node:url";
import { median } from "./figure.ts";
import type { Bench, Figure } from "./figure.ts";
import { LOADER, requestsPerSecond } from "./load.ts";
import { stage, startProcess } from "./stage.ts";
import type { Stage } from "./stage.ts";

const ROUNDS = 5;
const SECONDS = 2;
const AIMS: Record<string, number> = { "event page, public": 2, "event page, signed in": 40, "home, public": 2, "home, signed in": 40 };

export const bench: Bench = async () => {
  const show = await stage();
  const figures: Figure[] = [];
  try {
    for (const [name, least] of Object.entries(AIMS)) {
      const path = name.startsWith("event") ? show.eventPath : "/";
      figures.push(...(await compare(show, name, path, name.endsWith("signed in"), least)));
    }
  } finally {
    await show.stop();
  }
  return figures;
};

async function compare(show: Stage, name: string, path: string, isSignedIn: boolean, least: number): Promise<Figure[]> {
  const headers: Record<string, string> = { "accept-encoding": "gzip, deflate, br, zstd", ...(isSignedIn ? { cookie: show.cookie } : {}) };
  const url = show.url + path;
  const bytes = await bodyBytes(url, headers);
  const bare = await startProcess(fileURLToPath(new URL("bare.ts", import.meta.url)), [], { BYTES: String(bytes) });
  try {
    await requestsPerSecond(url, headers, 2); // warm
    await requestsPerSecond(bare.url, headers, 1);
    const ratios: number[] = [];
    const pages: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const theirs = await requestsPerSecond(bare.url, headers, SECONDS);
      const ours = await requestsPerSecond(url, headers, SECONDS);
      ratios.push(theirs / ours);
      pages.push(ours);
    }
    const ratio = median(ratios);
    return [
      { name: `${name}: 1/x of the bare server`, value: ratio, unit: "", aim: `<= ${least}`, holds: ratio <= least },
      { name: `${name}: pages a second (${LOADER}, ${Math.round(bytes / 100) / 10} kB each)`, value: median(pages), unit: "/s" },
    ];
  } finally {
    await bare.stop();
  }
}

/** As sent, compressed. */
async function bodyBytes(url: string, headers: Record<string, string>): Promise<number> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      let bytes = 0;
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve(bytes));
    })
      .on("error", reject)
      .end();
  });
}

import { setFlagsFromString } from "node:v8";
import { type Running, firstRunPath, start as open } from "../main.ts";
import { type Config, readConfig, startedBy } from "../platform/config.ts";
import { messageOf } from "../platform/errors.ts";
import { type Call, type Command, print, tell } from "./command.ts";
import { fillWithExample } from "./example.ts";

export const start: Command = {
  usage: "[--web | --worker] [--example]",
  meaning:
    "Serves the pages and does the background work, or only one of the two. --example fills an empty database with the example network.",
  options: { web: { type: "boolean" }, worker: { type: "boolean" }, example: { type: "boolean" } },
  run,
};

async function run({ config, values }: Call): Promise<void> {
  roomForPages();
  const both = !values["web"] === !values["worker"];
  const parts = { web: both || values["web"] === true, worker: both || values["worker"] === true };
  const asked = stopAsked(); // from the first moment: a stop during a long start must not be lost
  const running = await open(config, parts, tell);
  if (values["example"] && !(await fillWithExample(running.house)))
    print("There are organisations already, so the example was not loaded.");
  await greet(running, config);
  if (config.tls) renewCertificate(running);
  await asked;
  tell("Stopping: requests and jobs under way may finish ...");
  await running.stop();
}

/**
 * Each page leaves a megabyte of small strings behind. With twice the usual room for young values (32 MB), most of them are dead before anybody
 * must look: pages take a tenth less time. The room is taken only under load.
 */
function roomForPages(): void {
  setFlagsFromString("--max-semi-space-size=32");
}

async function greet({ house, listening }: Running, config: Config): Promise<void> {
  if (!listening) return print("Branchline's worker is at work. Stop it with Ctrl-C.");
  const here = config.port === 0 ? `http://localhost:${listening.port}` : config.baseUrl;
  print(`Branchline is at ${here}\nStop it with Ctrl-C.`);
  const path = await firstRunPath(house);
  if (path) print(`\nNobody has an account yet. Make the first one, and your organisation, here (the link works once):\n${here}${path}`);
}

/**
 * Resolves when someone wants us to end: a signal, or the end of those who started us (npm does not pass a SIGTERM on, and
 * tools/run.mjs may be killed). Asked a second time, we go at once; nothing that was confirmed is lost even so.
 */
function stopAsked(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  const ask = () => (++times > 1 ? process.exit(1) : resolve());
  for (const signal of ["SIGINT", "SIGTERM", "SIGQUIT"] as const) process.on(signal, ask);
  process.on("SIGHUP", () => (process.stdin.isTTY ? ask() : undefined));
  const parent = startedBy();
  if (parent !== undefined) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 500);
    watch.unref();
  }
  return promise;
}

function renewCertificate({ listening }: Running): void {
  process.on("SIGHUP", () => {
    try {
      const { tls } = readConfig();
      if (tls) listening?.useCertificate(tls);
      tell("The certificate has been read again.");
    } catch (error) {
      tell(`The old certificate stays in use: ${messageOf(error)}`);
    }
  });
}

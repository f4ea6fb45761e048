import { loadExample } from "../example/load.ts";
import type { House } from "../house.ts";
import { openHouse } from "../main.ts";
import { SetupError } from "../platform/errors.ts";
import { type Command, print, tell } from "./command.ts";

export const example: Command = {
  usage: "",
  meaning: "Fills an empty database with the example network and prints sign-in links for some of its people.",
  async run({ config }) {
    const { house, close } = await openHouse(config, tell);
    try {
      if (!(await fillWithExample(house))) {
        throw new SetupError(
          "There are organisations in this database already, so the example was not loaded. Use an empty one: DATA_DIR=./example npm start -- --example",
        );
      }
    } finally {
      await close();
    }
  },
};

/** False when the database is not empty. */
export async function fillWithExample(house: House): Promise<boolean> {
  tell("Loading the example network ...");
  const outcome = await loadExample(house);
  if (outcome.kind === "not-empty") return false;
  print(`The example network is loaded: ${outcome.people} people. Sign in as one of them (each link works once, for a day):\n`);
  for (const { name, who, url } of outcome.links) print(`${name}, ${who}\n    ${url}`);
  print("");
  return true;
}

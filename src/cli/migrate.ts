import { openHouse } from "../main.ts";
import { type Command, print, tell } from "./command.ts";

export const migrate: Command = {
  usage: "",
  meaning: "Brings the database to the schema of this version, which start does by itself as well.",
  async run({ config }) {
    const { close } = await openHouse(config, tell);
    await close();
    print("The database has the schema of this version.");
  },
};

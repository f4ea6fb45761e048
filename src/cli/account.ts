import { openHouse } from "../main.ts";
import { LINK_HOURS, makeAdministrator, signInLinkFor } from "../people/administrator.actions.ts";
import { SetupError } from "../platform/errors.ts";
import { type Call, type Command, print, tell } from "./command.ts";

export const account: Command = {
  usage: "link ADDRESS | administrator ADDRESS [--name NAME]",
  meaning:
    "Prints a sign-in link for somebody whose letters do not arrive; or lets an account look after the server, making it when there is none.",
  options: { name: { type: "string" } },
  words: [2, 2],
  run,
};

async function run({ config, values, words: [what, address = ""] }: Call): Promise<void> {
  if (what !== "link" && what !== "administrator") throw new SetupError(`Write it like this: branchline account ${account.usage}`);
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new SetupError(`${address} is no email address.`);
  const { house, close } = await openHouse(config, tell);
  try {
    if (what === "administrator") {
      const name = values["name"];
      const { kind } = await makeAdministrator(house, { address, name: typeof name === "string" ? name : undefined });
      if (kind === "no-account")
        throw new SetupError(
          `Nobody signs in with ${address} yet. To make the account, say whose it is: branchline account administrator ${address} --name "Their Name"`,
        );
      print(kind === "made" ? `${address} looks after this server now.` : `${address} looks after this server already.`);
    }
    const link = await signInLinkFor(house, address);
    if (!link)
      throw new SetupError(
        `Nobody signs in with ${address}. Check the spelling, or make an account: branchline account administrator ${address} --name "Their Name"`,
      );
    print(`Whoever opens this link is signed in as ${address}. It works once, within ${LINK_HOURS} hours:\n${link}`);
  } finally {
    await close();
  }
}

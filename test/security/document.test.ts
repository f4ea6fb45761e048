/** SECURITY.md names bounds; these are the ones in the code. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { MESSAGE_RATE } from "../../src/conversations/message-form.ts";
import { MOST_BYTES, MOST_WAITING } from "../../src/organisations/import.ts";
import { INVITATIONS_A_DAY, INVITATIONS_TO_ONE_ADDRESS_A_DAY } from "../../src/organisations/invitation.ts";
import { MOST_INVITED_A_DAY } from "../../src/organisations/list.ts";
import { CHALLENGES_FROM_ONE_CLIENT } from "../../src/people/passkey.ts";
import { SESSION_DAYS } from "../../src/people/session.ts";
import { LINK_MINUTES, LINKS_FROM_ONE_CLIENT, LINKS_TO_ONE_ADDRESS, TRIES_FROM_ONE_CLIENT } from "../../src/people/sign-in.ts";

const text = readFileSync(new URL("../../SECURITY.md", import.meta.url), "utf8");

test("what SECURITY.md says of numbers is so", () => {
  for (const words of [
    `good for ${LINK_MINUTES} minutes`,
    `not been used for ${SESSION_DAYS} days`,
    `two files of ${MOST_BYTES / 1024 / 1024} MB`,
    `${MOST_WAITING} undecided files`,
    `${LINKS_TO_ONE_ADDRESS.most} an hour to one address, ${LINKS_FROM_ONE_CLIENT.most} in ${LINKS_FROM_ONE_CLIENT.minutes} minutes from one client`,
    `${TRIES_FROM_ONE_CLIENT.most} in ${TRIES_FROM_ONE_CLIENT.minutes} minutes from one client; passkeys ${CHALLENGES_FROM_ONE_CLIENT.most}`,
    `${MESSAGE_RATE.most} in ${MESSAGE_RATE.minutes} minutes a person`,
    `${INVITATIONS_A_DAY} a day for a unit and for a person, ${INVITATIONS_TO_ONE_ADDRESS_A_DAY} a day to one address`,
    `${MOST_INVITED_A_DAY.toLocaleString("en-GB")} in 24 hours`,
  ]) assert.ok(text.includes(words), words);
});

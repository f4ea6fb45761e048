/** Asking those who run the server for an organisation, and their answer. */
import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom, newId } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { foundedLetter, notFoundedLetter } from "./founding.letters.ts";
import { insertFoundingRequest, takeFoundingRequest } from "./founding.sql.ts";
import { personToWrite } from "./join-request.sql.ts";
import type { Letter } from "./joining.letters.ts";
import { createOrganisationIn } from "./organisation.actions.ts";
import type { OrganisationAsk } from "./unit.ts";
import { codesTaken } from "./unit.sql.ts";
import { codesFor } from "./unit.ts";

export async function askForOrganisation(house: House, by: Viewer, ask: OrganisationAsk): Promise<void> {
  await house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const id = newId(at.epochMilliseconds);
    await insertFoundingRequest.run(tx, id, by.personId, JSON.stringify(ask), at);
    await record(tx, { kind: "organisation.asked", at, by: by.personId, personId: by.personId, about: { requestId: id } });
  });
}

/** Whoever asked becomes its first organiser. Where another took the code meanwhile, one like it is found; the organiser can change it. */
export async function answerFounding(house: House, by: Viewer, { id, accept }: { id: string; accept: boolean }): Promise<{ kind: "founded" | "declined" | "gone" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const request = await takeFoundingRequest.maybe(tx, id);
    if (!request) return { kind: "gone" };
    const { personId, ask } = request;
    const facts = { site: house.config.siteName, baseUrl: house.config.baseUrl, organisation: ask.name };
    const t = translator(house.config.language ?? defaultLocale);
    if (!accept) {
      await record(tx, { kind: "organisation.declined", at, by: by.personId, personId, about: { requestId: id } });
      await send(tx, house, `organisation declined ${id}`, personId, notFoundedLetter(t, facts));
      return { kind: "declined" };
    }
    const taken = new Set((await codesTaken.many(tx)).map(({ code }) => code));
    const code = taken.has(ask.code) ? (codesFor(ask.name).find((each) => !taken.has(each)) ?? ask.code) : ask.code;
    const founded = await createOrganisationIn(tx, house, { personId }, { ...ask, code });
    if (founded.kind !== "created") throw new Error("No code was free for a new organisation");
    await send(tx, house, `organisation founded ${id}`, personId, foundedLetter(t, { ...facts, path: founded.path }));
    return { kind: "founded" };
  });
}

async function send(tx: Tx, { clock, config }: House, which: string, personId: string, { subject, parts }: Letter): Promise<void> {
  const to = await personToWrite.maybe(tx, personId);
  if (to) await writeLetter(tx, idFrom(which), { kind: "founding", to: to.address, personId, subject, ...compose(parts) }, { now: clock.now(), host: new URL(config.baseUrl).hostname });
}

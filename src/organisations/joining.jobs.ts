/** Letters about joining and organising. Each has an id that says which it is, so that a job done twice writes one. */
import type { House } from "../house.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { idFrom } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { joinRequestById, openJoinRequests, personToWrite } from "./join-request.sql.ts";
import { acceptedLetter, declinedLetter, organiserLetter, requestsLetter } from "./joining.letters.ts";
import type { Letter } from "./joining.letters.ts";
import { dayAt } from "./membership.ts";
import { organisersToTell } from "./organiser.sql.ts";
import { unitById } from "./unit.sql.ts";
import { unitUrl } from "./unit.ts";

type Payload = Record<string, unknown>;

/** To whoever asked. */
export async function tellOfAnswer(house: House, { requestId }: Payload): Promise<void> {
  await house.db.transaction(async (tx) => {
    const request = await joinRequestById.maybe(tx, requestId as string);
    const unit = request && (await unitById.maybe(tx, request.unitId));
    const person = request && (await personToWrite.maybe(tx, request.personId));
    if (!request || !unit || !person) return;
    const branch = request.branchId ? await unitById.maybe(tx, request.branchId) : null;
    const facts = { ...placeOf(house), name: person.name, unit: unit.name, path: unitUrl(unit) };
    const t = wordsOf(house);
    const letter = request.accepted ? acceptedLetter(t, { ...facts, branch: branch?.name ?? null }) : declinedLetter(t, facts);
    await write(tx, house, `join-request answered ${String(requestId)}`, "joining", person, letter);
  });
}

/** To the organisers, once a day for each unit at most. */
export async function tellOfRequest(house: House, { unitId }: Payload): Promise<void> {
  await house.db.transaction(async (tx) => {
    const unit = await unitById.maybe(tx, unitId as string);
    if (!unit) return;
    const waiting = (await openJoinRequests.many(tx, unit.id)).filter((request) => request.unitId === unit.id);
    if (waiting.length === 0) return;
    const letter = requestsLetter(wordsOf(house), { ...placeOf(house), unit: unit.name, path: unitUrl(unit), count: waiting.length });
    const today = dayAt(house.clock.now(), unit.zone);
    for (const organiser of await organisersToTell.many(tx, unit.id)) {
      await write(tx, house, `join-requests ${unit.id} ${organiser.personId} ${today.toString()}`, "joining", organiser, letter);
    }
  });
}

/** To somebody whom another made an organiser; whoever founds an organisation knows. */
export async function tellOfOrganising(house: House, { unitId, personId, changeId, own }: Payload): Promise<void> {
  if (own) return;
  await house.db.transaction(async (tx) => {
    const unit = await unitById.maybe(tx, unitId as string);
    const person = await personToWrite.maybe(tx, personId as string);
    if (!unit || !person) return;
    const letter = organiserLetter(wordsOf(house), { ...placeOf(house), name: person.name, unit: unit.name, path: unitUrl(unit) });
    await write(tx, house, `organiser ${changeId as string}`, "joining", person, letter);
  });
}

async function write(tx: Tx, house: House, which: string, kind: string, to: { personId: string; address: string }, { subject, parts }: Letter): Promise<void> {
  const { clock, config } = house;
  await writeLetter(tx, idFrom(which), { kind, to: to.address, personId: to.personId, subject, ...compose(parts) }, { now: clock.now(), host: new URL(config.baseUrl).hostname });
}

function placeOf({ config }: House) {
  return { site: config.siteName, baseUrl: config.baseUrl };
}

function wordsOf({ config }: House) {
  return translator(config.language ?? defaultLocale);
}

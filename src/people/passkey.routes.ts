import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { clientAddress } from "../platform/http/client-address.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { done, forPeople, keepSession, leaveNotice, notFound, safePath, show } from "../web.ts";
import type { Web } from "../web.ts";
import { entryPage } from "./entry.pages.ts";
import { theirEntry } from "./entry.routes.ts";
import { addPasskey, askForNewPasskey, askForPasskey, enterByPasskey, removePasskey, renameTheirPasskey } from "./passkey.actions.ts";
import { CHALLENGES_FROM_ONE_CLIENT } from "./passkey.ts";
import { endSession } from "./session.actions.ts";
import { deviceName } from "./session.ts";
import { afterSignIn } from "./sign-in.actions.ts";

const HERE = "/settings/sign-in";
const passkeyName = z.string("people.entry.passkeyNameMissing").trim().min(1, "people.entry.passkeyNameMissing").max(80, "people.entry.passkeyNameMissing");
const nameForm = z.object({ name: passkeyName });

/** What comes from an authenticator is checked by the library; here only that it is of that shape. */
const answered = z.looseObject({ id: z.string().max(2000), response: z.looseObject({ clientDataJSON: z.string() }) });
const entering = z.object({ response: answered, next: z.string().nullish() });
const adding = z.object({ response: answered, name: passkeyName });

const FAULTS: Record<string, MessageKey> = {
  "too-slow": "people.passkey.tooSlow",
  wrong: "people.passkey.wrong",
  unknown: "people.passkey.unknown",
  known: "people.passkey.already",
  "too-many": "people.passkey.wrong",
  suspended: "people.suspended.words",
};

export async function postChallenge(c: Web): Promise<Response> {
  if (!(await isCalm(c))) return fault(c, "people.passkey.tooMany", 429);
  return c.json(await askForPasskey(c.var.house));
}

export async function postPasskeySignIn(c: Web): Promise<Response> {
  const { house, viewer } = c.var;
  if (!(await isCalm(c))) return fault(c, "people.passkey.tooMany", 429);
  const asked = entering.safeParse(await json(c));
  if (!asked.success) return fault(c, "people.passkey.wrong");
  const entered = await enterByPasskey(house, asked.data.response as unknown as AuthenticationResponseJSON, deviceName(c.req.header("user-agent")));
  if (entered.kind !== "signed-in") return fault(c, FAULTS[entered.kind]!);
  if (viewer) await endSession(house, viewer, viewer.sessionId);
  keepSession(c, entered.session);
  leaveNotice(c, "people.signedIn");
  return c.json({ to: await afterSignIn(house, entered.personId, safePath(asked.data.next ?? "/")) });
}

export const postNewChallenge = forPeople(async (c, viewer) => ((await isCalm(c)) ? c.json(await askForNewPasskey(c.var.house, viewer)) : fault(c, "people.passkey.tooMany", 429)));

export const postPasskey = forPeople(async (c, viewer) => {
  const asked = adding.safeParse(await json(c));
  if (!asked.success) return fault(c, asked.error.issues[0]?.path[0] === "name" ? "people.entry.passkeyNameMissing" : "people.passkey.wrong");
  const { name, response } = asked.data;
  const { kind } = await addPasskey(c.var.house, viewer, { name, response: response as unknown as RegistrationResponseJSON });
  if (kind !== "added") return fault(c, FAULTS[kind]!);
  leaveNotice(c, "people.entry.passkeyAdded");
  return c.json({ to: HERE });
});

export const postPasskeyName = forPeople(async (c, viewer) => {
  const id = c.req.param("passkey");
  const form = await parseForm(c, nameForm, c.var.view.t);
  if (!isId(id)) return notFound(c);
  if (!form.ok) return show(c, entryPage(c.var.view, { ...(await theirEntry(c, viewer)), renaming: { id, state: form.state } }), 422);
  const { kind } = await renameTheirPasskey(c.var.house, viewer, id, form.value.name);
  return kind === "renamed" ? done(c, HERE, "people.entry.passkeyRenamed") : notFound(c);
});

export const postPasskeyRemoval = forPeople(async (c, viewer) => {
  const id = c.req.param("passkey");
  if (!isId(id)) return notFound(c);
  await removePasskey(c.var.house, viewer, id); // twice is harmless
  return done(c, HERE, "people.entry.passkeyRemoved");
});

function fault(c: Web, key: MessageKey, status: 422 | 429 = 422): Response {
  return c.json({ fault: c.var.view.t(key) }, status);
}

function isCalm(c: Web): Promise<boolean> {
  const { house } = c.var;
  return withinRate(house.db, house.clock.now(), "passkey", clientAddress(c, house.config.trustProxy), CHALLENGES_FROM_ONE_CLIENT);
}

async function json(c: Web): Promise<unknown> {
  return c.req.json().catch(() => null);
}

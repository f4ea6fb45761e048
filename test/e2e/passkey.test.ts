/** A passkey from adding to removing, with Chromium's virtual authenticator in place of a finger. */
import assert from "node:assert/strict";
import test, { after, type TestContext } from "node:test";
import { SESSION_COOKIE } from "../../src/people/session-cookie.ts";
import { listen } from "../../src/platform/http/listen.ts";
import { fresh } from "../fresh.ts";
import { lettersTo } from "../letters.ts";
import { openBrowser } from "../look/browser.ts";

const browser = await openBrowser();
after(() => browser.close());

async function desk(t: TestContext) {
  const listening = await listen({ port: 0, host: "localhost", tls: undefined });
  const url = `http://localhost:${listening.port}`;
  const { house, app, cast, work } = await fresh({ settings: { BASE_URL: url } });
  listening.answerWith(app.fetch);
  const context = await browser.newContext({ baseURL: url });
  t.after(async () => {
    await context.close();
    await listening.stop(100);
  });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const enter = (token: string) => context.addCookies([{ name: SESSION_COOKIE(false), value: token, url }]);
  const keys = async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  /** Whether a finger is put on it. */
  const touch = (enabled: boolean) => cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  return { house, cast, work, tab, context, enter, keys, touch };
}

test("a passkey is added, signs in, and no longer does once it is removed", async (t) => {
  const { house, cast, work, tab, context, enter, keys, touch } = await desk(t);
  await enter(cast.nell.token);
  await tab.goto("/settings/sign-in");
  await tab.getByLabel("What to call it").fill("My phone");
  await tab.getByRole("button", { name: "Add a passkey on this device" }).click();
  await tab.getByText("The passkey is added.").waitFor();
  assert.equal((await keys()).length, 1);
  await work();
  const [letter] = await lettersTo(house, cast.nell.address);
  assert.match(letter!.text, /“My phone” can now sign in as you/);

  await tab.getByRole("button", { name: "Add a passkey on this device" }).click();
  await tab.getByText("This device has a passkey for you already.").waitFor();

  await context.clearCookies();
  await touch(false); // or the address field's own suggestion would be taken before the button is pressed
  await tab.goto("/sign-in?next=/people");
  const pressed = tab.getByRole("button", { name: "Use a passkey" });
  await pressed.waitFor();
  await touch(true);
  await pressed.click();
  await tab.waitForURL("**/people");
  await tab.goto("/settings/sign-in");
  await tab.getByText("Last used: Today, 10:00").waitFor();

  await tab.getByRole("button", { name: "Remove it" }).click();
  await tab.getByText("The passkey no longer signs you in.").waitFor();
  await context.clearCookies();
  await touch(false);
  await tab.goto("/sign-in");
  await pressed.waitFor();
  await touch(true);
  await pressed.click();
  await tab.getByText("We do not know this passkey any more.").waitFor();
});

test("the address field offers the passkey by itself", async (t) => {
  const { cast, tab, context, enter } = await desk(t);
  await enter(cast.gwen.token);
  await tab.goto("/settings/sign-in");
  await tab.getByRole("button", { name: "Add a passkey on this device" }).click();
  await tab.getByText("The passkey is added.").waitFor();
  await context.clearCookies();
  await tab.goto("/sign-in?next=/settings/profile");
  await tab.waitForURL("**/settings/profile");
  assert.equal(await tab.getByLabel("Your name").inputValue(), "Gwen Prydderch");
});

test("an answer is good once, and only for what was asked", async (t) => {
  const { cast, tab, enter, touch } = await desk(t);
  await enter(cast.nell.token);
  await tab.goto("/settings/sign-in");
  const sent: string[] = [];
  tab.on("request", (request) => request.method() === "POST" && request.url().endsWith("/settings/passkeys") && sent.push(request.postData()!));
  await tab.getByRole("button", { name: "Add a passkey on this device" }).click();
  await tab.getByText("The passkey is added.").waitFor();
  const again = await tab.evaluate(
    async (body) => (await fetch("/settings/passkeys", { method: "POST", headers: { "content-type": "application/json" }, body })).json(),
    sent[0]!,
  );
  assert.match(again.fault, /longer than five minutes/);
  await touch(false);
  const elsewhere = await tab.evaluate(
    async (body) => (await fetch("/passkeys/sign-in", { method: "POST", headers: { "content-type": "application/json" }, body })).status,
    sent[0]!,
  );
  assert.equal(elsewhere, 422, "a challenge for adding does not sign in");
});

/** Passkeys in the browser: offered only where they work; signing in also from the address field's own suggestions. */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";

type Answer = { to?: string; fault?: string };

const forms = browserSupportsWebAuthn() ? document.querySelectorAll<HTMLFormElement>("form[data-passkey]") : [];
for (const form of forms) {
  form.parentElement!.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void (form.dataset["passkey"] === "add" ? add(form) : enter(form, false));
  });
  if (form.dataset["passkey"] === "sign-in" && (await browserSupportsWebAuthnAutofill())) void enter(form, true);
}

/** With `quietly` the browser offers passkeys beside the address field, and nothing is said when none is chosen. */
async function enter(form: HTMLFormElement, quietly: boolean): Promise<void> {
  say(form, "");
  try {
    const optionsJSON = await ask("/passkeys/challenge");
    const response = await startAuthentication({ optionsJSON, useBrowserAutofill: quietly });
    follow(form, await ask(form.action, { response, next: new FormData(form).get("next") }));
  } catch {
    if (!quietly) say(form, form.dataset["stopped"]!);
  }
}

async function add(form: HTMLFormElement): Promise<void> {
  say(form, "");
  try {
    const optionsJSON = await ask("/settings/passkeys/challenge");
    const response = await startRegistration({ optionsJSON });
    follow(form, await ask(form.action, { response, name: new FormData(form).get("name") }));
  } catch (error) {
    const isThereAlready = error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED";
    say(form, form.dataset[isThereAlready ? "already" : "stopped"]!);
  }
}

async function ask(path: string, body: unknown = {}): Promise<any> {
  const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return response.json();
}

/** A passkey chosen beside the address field and the button may both succeed; the second would break off the way that the first is going. */
let isLeaving = false;

function follow(form: HTMLFormElement, { to, fault }: Answer): void {
  if (isLeaving) return;
  isLeaving = to !== undefined;
  if (to) location.assign(to);
  else say(form, fault ?? form.dataset["stopped"]!);
}

function say(form: HTMLFormElement, words: string): void {
  form.querySelector("[role=status]")!.textContent = words;
}

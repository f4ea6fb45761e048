import type { FormState } from "../ui/form.ts";
import { fields } from "../ui/form.ts";
import { button } from "../ui/button.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { gate } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { LINK_MINUTES } from "./sign-in.ts";

export function signInPage(view: View, props: { state?: FormState; next: string }): Html {
  const { t } = view;
  const state = props.state ?? { values: {}, errors: {} };
  return gate(
    view,
    { title: t("people.signIn.title"), modules: ["passkey.js"] },
    html`${fields(view, state).summary()}
<div class="stack gap-3"><h1>${t("people.signIn.heading")}</h1><p class="lede">${t("people.signIn.lede")}</p></div>
${linkForm(view, state, props.next, "username webauthn")}
<div hidden><form class="stack gap-3" method="post" action="/passkeys/sign-in" data-passkey="sign-in" data-stopped="${t("people.passkey.stopped")}"><hr>${fields(view).hidden("next", props.next)}${button({ words: t("people.signIn.passkey"), mark: "key-round", quiet: true })}<p class="wrong" role="status"></p></form></div>
<p>${t.html("people.signIn.newHere", { link: (words) => html`<a href="/organisations">${words}</a>` })}</p>
<p><a href="/sign-in/help">${t("people.help.title")}</a></p>`,
  );
}

/** The same for every address. */
export function linkSentPage(view: View, { address, canSend }: { address: string | null; canSend: boolean }): Html {
  const { t } = view;
  if (!canSend) return keptLinkPage(view);
  return gate(
    view,
    { title: t("people.sent.title"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.sent.title")}</h1><p class="lede">${address ? t.html("people.sent.lede", { address: html`<b><bdi>${address}</bdi></b>` }) : t("people.sent.ledeAnyone")}</p></div>
<p>${t("people.sent.next", { minutes: LINK_MINUTES })}</p>
<p>${t("people.sent.notThere")} <a href="/sign-in">${t("people.sent.again")}</a>, ${t.html("people.sent.help", { link: (words) => html`<a href="/sign-in/help">${words}</a>` })}</p>`,
  );
}

/** Without a mail server the letter stays in the outbox: nobody is sent to an empty inbox. */
function keptLinkPage(view: View): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.kept.title"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.kept.title")}</h1><p class="lede">${t("people.kept.words")}</p></div>
<p>${t("people.kept.next", { minutes: LINK_MINUTES })}</p>`,
  );
}

export function tooManyLinksPage(view: View): Html {
  return gate(
    view,
    { title: view.t("people.tooMany.title") },
    html`<div class="stack gap-3"><h1>${view.t("people.tooMany.title")}</h1><p class="lede">${view.t("people.tooMany.words")}</p></div>
<p><a href="/sign-in">${view.t("people.signIn.title")}</a></p>`,
  );
}

/** Where the link of a letter leads. Nothing happens before the button: mail programs open links to look at them. */
export function openLinkPage(view: View, { token, address }: { token: string; address: string }): Html {
  const { t } = view;
  return gate(
    view,
    { title: t("people.link.title"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.link.title")}</h1><p class="lede">${t.html("people.link.lede", { address: html`<b><bdi>${address}</bdi></b>` })}</p></div>
<form class="stack" method="post" action="/sign-in/${token}">${button({ words: t("people.link.button"), wide: true, big: true })}<p class="small soft">${t("people.link.why")}</p></form>`,
  );
}

/** Used, run out, or torn on the way: each says how to get in all the same. */
export function deadLinkPage(view: View, { why, address, next }: { why: "spent" | "expired" | "unknownLink"; address: string; next: string }): Html {
  const { t } = view;
  return gate(
    view,
    { title: t(`people.${why}.title`), unlisted: true },
    html`<div class="stack gap-3"><h1>${t(`people.${why}.title`)}</h1><p class="lede">${why === "expired" ? t("people.expired.words", { minutes: LINK_MINUTES }) : t(`people.${why}.words`)}</p></div>
${linkForm(view, { values: { address }, errors: {} }, next, "email")}`,
  );
}

/** Their own reason, told to whoever has just proved to own the address; the way to object is in the letter that told them. */
export function suspendedPage(view: View, suspension: { reason: string; until: Temporal.Instant | null } | null): Html {
  const { t } = view;
  const until = suspension?.until ? t("people.suspended.until", { when: times(view).moment(suspension.until) }) : t("people.suspended.forGood");
  return gate(
    view,
    { title: t("people.suspended.title"), unlisted: true },
    html`<div class="stack gap-3"><h1>${t("people.suspended.title")}</h1><p class="lede">${t("people.suspended.words")}</p></div>
${suspension ? html`<blockquote class="quote" dir="auto">${suspension.reason}</blockquote>` : ""}
<p>${until} ${t("people.suspended.appeal")}</p>`,
  );
}

function linkForm(view: View, state: FormState, next: string, autocomplete: string): Html {
  const { t } = view;
  const field = fields(view, state);
  return html`<form class="stack" method="post" action="/sign-in">
${field.hidden("next", next)}
${field.email({ name: "address", label: t("people.signIn.address"), hint: t("people.signIn.addressHint"), autocomplete, required: true })}
${button({ words: t("people.signIn.send"), mark: "mail", wide: true, big: true })}
<p class="small soft">${t("people.signIn.afterwards")}</p>
</form>`;
}

import { button, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { icon } from "../ui/icon.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { addressesPart } from "./address.parts.ts";
import type { Address } from "./address.ts";
import { settingsHead } from "./settings.parts.ts";

export type EntryProps = {
  addresses: readonly Address[];
  device: string;
  sessionId: string;
  sessions: readonly { id: string; device: string; createdAt: Temporal.Instant; lastSeenAt: Temporal.Instant }[];
  passkeys: readonly { id: string; name: string; createdAt: Temporal.Instant; lastUsedAt: Temporal.Instant | null }[];
  /** A new name that was sent back */
  renaming?: { id: string; state: FormState };
  /** An address that was sent back */
  adding?: FormState;
};

/** Every way in, and everywhere they are in: to be ended in one press. */
export function entryPage(view: View, props: EntryProps): Html {
  const { t } = view;
  return page(
    view,
    { title: t("people.entry.title"), unlisted: true, modules: ["passkey.js"] },
    html`${props.renaming ? fields(view, props.renaming.state, `passkey-${props.renaming.id}-`).summary() : ""}${fields(view, props.adding).summary()}
<div class="sections">
${settingsHead(view, "/settings/sign-in", t("people.entry.title"), t("people.entry.lede"))}
${section("addresses", t("people.entry.addresses", { count: props.addresses.length }), addressesPart(view, props.addresses, props.adding))}
${section("passkeys", t("people.entry.passkeys"), passkeys(view, props))}
${section("sessions", t("people.entry.sessions"), sessions(view, props))}
</div>`,
  );
}

function passkeys(view: View, props: EntryProps): Html {
  const { t } = view;
  const say = times(view);
  const rows = props.passkeys.map((passkey) => {
    const state = props.renaming?.id === passkey.id ? props.renaming.state : { values: { name: passkey.name }, errors: {} };
    const about = t("people.entry.passkeyOf", { passkey: passkey.name });
    const used = passkey.lastUsedAt ? say.recently(passkey.lastUsedAt) : "never";
    return [
      html`<h3>${icon("key-round")} <bdi>${passkey.name}</bdi></h3><p class="meta">${t("people.entry.passkeyFacts", { added: say.date(passkey.createdAt), used })}</p>
<details${props.renaming?.id === passkey.id ? html` open` : ""}><summary>${t("people.entry.passkeyRename")}<span class="hush"> ${about}</span></summary><form class="stack" method="post" action="/settings/passkeys/${passkey.id}/name">${fields(view, state, `passkey-${passkey.id}-`).text({ name: "name", label: t("people.entry.passkeyName"), required: true, maxlength: 80 })}<div>${button({ words: t("people.entry.passkeyRename"), about, quiet: true })}</div></form></details>`,
      postButton(`/settings/passkeys/${passkey.id}/removal`, { words: t("people.entry.passkeyRemove"), about }),
    ];
  });
  const add = fields(view, { values: { name: props.device }, errors: {} }, "new-");
  return html`<div class="stack gap-5"><p class="prose">${t("people.entry.passkeysMore")}</p>
${rows.length ? ruledList("pairs", rows) : empty(t("people.entry.passkeysNone"))}
<div hidden><form class="stack panel form" method="post" action="/settings/passkeys" data-passkey="add" data-stopped="${t("people.passkey.stoppedAdding")}" data-already="${t("people.passkey.already")}">
${add.text({ name: "name", label: t("people.entry.passkeyName"), hint: t("people.entry.passkeyNameHint"), required: true, maxlength: 80 })}
<div>${button({ words: t("people.entry.passkeyAdd"), mark: "key-round" })}</div><p class="wrong" role="status"></p></form></div>
<noscript><p class="soft">${t("people.entry.passkeyNeedsScript")}</p></noscript></div>`;
}

function sessions(view: View, props: EntryProps): Html {
  const { t } = view;
  const say = times(view);
  const rows = props.sessions.map((session) => {
    const here = session.id === props.sessionId;
    const when = say.recently(session.lastSeenAt);
    return [
      html`<h3>${session.device}</h3><p class="meta"><span>${here ? tag(t("people.entry.here"), "yes") : t("people.entry.seen", { when })}</span> <span>${t("people.entry.since", { when: say.date(session.createdAt) })}</span></p>`,
      here
        ? postButton("/sign-out", { words: t("people.entry.endHere"), mark: "log-out" })
        : postButton(`/settings/sessions/${session.id}/end`, { words: t("people.entry.end"), about: t("people.entry.endOf", { device: session.device, when }) }),
    ];
  });
  return html`<div class="stack gap-5">${ruledList("pairs", rows)}${props.sessions.length > 1 ? postButton("/settings/sessions/end", { words: t("people.entry.endOthers") }) : ""}</div>`;
}

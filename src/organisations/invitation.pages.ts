/** What the link in an invitation opens. */
import { linkButton, postButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import type { View } from "../ui/view.ts";
import { kindWord, membersCount } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

type Invited = { unit: Unit; token: string; address: string; from: string | null; stands: "stranger" | "owner" | "someone-else" };

export function invitationPage(view: View, { unit, token, address, from, stands }: Invited): Html {
  const { t } = view;
  const path = `/invitations/${token}`;
  const inviter = from ?? t("organisations.someone");
  const answer =
    stands === "owner"
      ? html`<div class="row">${postButton(`${path}/acceptance`, { words: t("organisations.joinUnit", { unit: unit.name }), quiet: false })}${postButton(`${path}/refusal`, { words: t("organisations.noThanks") })}</div>
<p class="soft">${t("organisations.invitationNext", { unit: unit.name })}</p>`
      : stands === "stranger"
        ? html`<p>${t("organisations.invitationSignIn", { address })}</p><p>${linkButton(`/sign-in?next=${encodeURIComponent(path)}`, { words: t("organisations.invitationSignInButton") })}</p>`
        : notice(t("organisations.invitationOther", { address }), { more: t("organisations.invitationOtherMore", { from: inviter }) });
  return page(view, { title: t("organisations.invitationTitle", { unit: unit.name }), section: "branches", unlisted: true }, html`<div class="stack gap-5"><header class="stack">
<h1>${t("organisations.invitationTitle", { unit: unit.name })}</h1>
<p class="lede">${t("organisations.invitationLede", { from: inviter, unit: unit.name, kind: kindWord(view, unit.kind).toLowerCase(), organisation: unit.organisationName })}</p></header>
<p>${codeAnd(unit, html`<a href="${unitUrl(unit)}">${unit.name}</a>`)} <span class="soft">${membersCount(view, unit.memberCount)}</span></p>
${unit.summary ? html`<p class="form">${unit.summary}</p>` : ""}
${answer}</div>`);
}

export function invitationSpentPage(view: View): Html {
  const { t } = view;
  return page(view, { title: t("organisations.invitationSpent"), section: "branches", unlisted: true }, html`<div class="stack gap-5"><h1>${t("organisations.invitationSpent")}</h1><p class="lede">${t("organisations.invitationSpentMore")}</p><p>${linkButton("/organisations", { words: t("organisations.toDirectory") })}</p></div>`);
}

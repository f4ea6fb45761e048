/** Joining, asking, changing branch and leaving: each a page that says what happens, and one button. */
import { times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import type { View } from "../ui/view.ts";
import type { WayIn } from "./joining.ts";
import { membersCount, trailTo } from "./organisation.parts.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

export type OpenBranch = { id: string; name: string; area: string | null; memberCount: number };

type Joining = { unit: Unit; way: WayIn; askedAt: Temporal.Instant | null; branches: readonly OpenBranch[]; state: FormState };

export function joiningPage(view: View, { unit, way, askedAt, branches, state }: Joining): Html {
  const { t } = view;
  const url = unitUrl(unit);
  const name = { unit: unit.name };
  const form = fields(view, state);
  const branch =
    branches.length > 0
      ? form.choices({
          name: "branchId",
          label: t("organisations.whichBranch"),
          hint: t("organisations.whichBranchHint"),
          options: [...branches.map((each) => ({ value: each.id, label: each.name, hint: each.area })), { value: "", label: t("organisations.noBranch"), hint: t("organisations.noBranchHint") }],
        })
      : "";
  if (way === "ask") {
    return single(view, unit, t("organisations.askToJoinUnit", name), html`${form.summary()}
<p class="lede">${t("organisations.askLede", name)}</p>
<form method="post" action="${url}/joining" class="stack gap-5 form">
${form.area({ name: "note", label: t("organisations.note"), hint: t("organisations.noteHint"), rows: 4, maxlength: 1000 })}
${branch}
<p>${button({ words: t("organisations.askButton") })}</p>
<p class="soft">${t("organisations.askNext", name)}</p>
</form>`);
  } else if (way === "join") {
    return single(view, unit, t("organisations.joinUnit", name), html`<p class="lede">${t("organisations.joinLede", name)}</p>
<form method="post" action="${url}/joining" class="stack gap-5 form">
${branch}
<p>${button({ words: t("organisations.joinUnit", name) })}</p>
<p class="soft">${t("organisations.joinNext", name)}</p>
</form>`);
  } else if (way === "asked") {
    return single(view, unit, t("organisations.askedTitle", name), html`<p class="lede">${t("organisations.askedLede", { date: times(view, unit.zone).date(askedAt!), unit: unit.name })}</p>
<p>${t("organisations.askedNext")}</p>
${postButton(`${url}/joining/withdrawal`, { words: t("organisations.withdraw") })}`);
  } else {
    const words = way === "member" ? t("organisations.alreadyMember", name) : way === "closed" ? t("organisations.closedWords") : way === "invitation" ? t("organisations.invitationWords", name) : t("organisations.organisationFirst", { ...name, organisation: unit.organisationName });
    const action = way === "organisation-first" ? linkButton(`/organisations/${unit.organisationSlug}/joining`, { words: t("organisations.toOrganisation", { organisation: unit.organisationName }) }) : linkButton(url, { words: t("organisations.back", name), quiet: true });
    return single(view, unit, unit.name, html`<p class="lede">${words}</p><p>${action}</p>`);
  }
}

export function branchPage(view: View, unit: Unit, branches: readonly OpenBranch[], mine: { id: string; name: string } | null, state: FormState): Html {
  const { t } = view;
  const form = fields(view, state);
  return single(view, unit, t(mine ? "organisations.changeBranch" : "organisations.chooseBranch"), html`${form.summary()}
<p class="lede">${mine ? t("organisations.branchLede", { branch: mine.name }) : t("organisations.branchLedeNone")}</p>
<form method="post" action="/organisations/${unit.slug}/branch" class="stack gap-5 form">
${form.choices({
    name: "branchId",
    label: t("organisations.whichBranch"),
    options: [
      ...branches.map((each) => ({ value: each.id, label: each.name, hint: [each.area, membersCount(view, each.memberCount)].filter(Boolean).join(", ") })),
      { value: "none", label: t("organisations.noBranch"), hint: t("organisations.noBranchHint") },
    ],
  })}
<p class="soft">${t("organisations.branchNext")}</p>
<p>${button({ words: t("organisations.branchSave") })}</p>
</form>`);
}

export function leavingPage(view: View, props: { unit: Unit; since: Temporal.PlainDate; others: readonly { name: string }[]; lastOrganiser: boolean }): Html {
  const { t } = view;
  const { unit, since, others, lastOrganiser } = props;
  const url = unitUrl(unit);
  const name = { unit: unit.name };
  if (lastOrganiser) {
    return single(view, unit, t("organisations.leave", name), html`${notice(t("organisations.lastOrganiser", name), { more: t("organisations.lastOrganiserMore") })}
<p>${linkButton(`${url}/organisers`, { words: t("organisations.nameAnother") })}</p>`);
  }
  return single(view, unit, t("organisations.leave", name), html`<p class="lede">${t("organisations.leaveLede", name)}</p>
<div class="form">${factList([
    { term: t("organisations.youHaveBeen"), words: t("organisations.memberSince", { since: times(view).month(since) }) },
    ...(others.length > 0 ? [{ term: t("organisations.youAlsoLeave"), words: times(view).list(others.map((each) => each.name)) }] : []),
    { term: t("organisations.whatStays"), words: t("organisations.whatStaysWords") },
    { term: t("organisations.whoIsTold"), words: t("organisations.whoIsToldWords") },
    { term: t("organisations.comingBack"), words: t(unit.joinPolicy === "open" ? "organisations.comingBackOpen" : "organisations.comingBackAsk") },
  ])}</div>
<div class="row">${postButton(`${url}/leaving`, { words: t("organisations.leaveButton", name), quiet: false })}${linkButton(url, { words: t("organisations.stay"), quiet: true })}</div>`);
}

/** Closing has a page of its own too. */
export function closingPage(view: View, unit: Unit): Html {
  const { t } = view;
  const url = unitUrl(unit);
  return single(view, unit, t("organisations.closeLink", { unit: unit.name }), html`<p class="lede">${t("organisations.closeLede", { unit: unit.name })}</p>
<p>${t("organisations.closeMore")}</p>
<div class="row">${postButton(`${url}/closing`, { words: t("organisations.closeButton", { unit: unit.name }), quiet: false })}${linkButton(url, { words: t("organisations.keepOpen"), quiet: true })}</div>`);
}

function single(view: View, unit: Unit, title: string, body: Html): Html {
  return page(view, { title, section: "branches", crumbs: trailTo(view, unit, title), unlisted: true }, html`<div class="stack gap-5"><h1>${title}</h1>
${body}</div>`);
}

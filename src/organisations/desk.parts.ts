/** What organisers find on the page of what they organise, and nobody else. */
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { linkButton } from "../ui/button.ts";
import { tasks } from "../ui/tasks.ts";
import type { Task } from "../ui/tasks.ts";
import type { View } from "../ui/view.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

export type Waiting = { requests: number; invitations: number; hasCode: boolean; hasContact: boolean };

export function desk(view: View, unit: Unit, waiting: Waiting): Html {
  const { t } = view;
  const url = unitUrl(unit);
  const isOrganisation = unit.kind === "organisation";
  const open = unit.closedAt === null;
  const isSaid = waiting.hasCode && waiting.hasContact;
  const rows: (Task | false)[] = [
    waiting.requests > 0 && { mark: "user-plus", title: t("organisations.deskRequests", { count: waiting.requests }), href: `${url}/requests`, small: t("organisations.deskRequestsMore") },
    isOrganisation && !isSaid && conductTask(view, url, waiting),
    { mark: "users-round", title: t("organisations.deskMembers"), href: `${url}/members`, small: t(unit.kind === "committee" ? "organisations.deskCommitteeMore" : "organisations.deskMembersMore") },
    open && unit.kind !== "committee" && { mark: "users-round", title: t("imports.deskList"), href: `${url}/list`, small: t("imports.deskListMore") },
    open && { mark: "mail", title: t("organisations.deskInvite"), href: `${url}/invitations`, small: waiting.invitations > 0 ? t("organisations.deskInvited", { count: waiting.invitations }) : t("organisations.deskInviteMore") },
    { mark: "key-round", title: t("organisations.deskOrganisers"), href: `${url}/organisers`, small: t("organisations.deskOrganisersMore") },
    open && { mark: "git-branch", title: t("organisations.deskUnits"), href: `${url}/units/new`, small: t("organisations.deskUnitsMore") },
    isOrganisation && isSaid && conductTask(view, url, waiting),
    { mark: "clock", title: t("organisations.log.title"), href: `${url}/log`, small: t("organisations.log.deskMore") },
    (open || isOrganisation) && { mark: "pencil", title: t("organisations.deskEdit"), href: `${url}/edit`, small: isOrganisation ? t("organisations.deskEditMore") : t("organisations.deskEditUnitMore") },
  ];
  const shown = rows.filter((row) => row !== false);
  const half = Math.ceil(shown.length / 2);
  return html`<div class="stack">${open ? html`<p>${linkButton(`/events/new?unit=${unit.id}`, { words: t("organisations.deskEvent"), mark: "calendar-plus", quiet: true })}</p>` : ""}<div class="grid broad">${tasks(shown.slice(0, half))}${tasks(shown.slice(half))}</div></div>`;
}

/** To be done until there is both; then it goes down among the rest. */
function conductTask({ t }: View, url: string, { hasCode, hasContact }: Waiting): Task {
  const href = `${url}/conduct/edit`;
  if (hasCode && hasContact) return { mark: "user-check", title: t("conduct.desk"), href, small: t("conduct.deskMore") };
  else if (hasCode) return { mark: "circle-alert", title: t("conduct.deskNoContact"), href, small: t("conduct.deskNoContactMore") };
  else if (hasContact) return { mark: "circle-alert", title: t("conduct.deskNoCode"), href, small: t("conduct.deskNoCodeMore") };
  else return { mark: "circle-alert", title: t("conduct.deskNone"), href, small: t("conduct.deskNoneMore") };
}

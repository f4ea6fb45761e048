import { conversationTask } from "../conversations/conversation-list.parts.ts";
import type { ConversationRow } from "../conversations/conversation.sql.ts";
import type { Row as RowOf } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import { linkButton } from "../ui/button.ts";
import { codeAnd } from "../ui/code.ts";
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { strip } from "../ui/strip.ts";
import { tasks } from "../ui/tasks.ts";
import type { Task } from "../ui/tasks.ts";
import { timetable } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import { myRow, publicRow } from "./home.parts.ts";
import type { NextEvent, PublicEvent } from "./home.parts.ts";
import type { networksOf, organisationsHere } from "./home.sql.ts";

type Network = RowOf<(typeof networksOf)["columns"]>;
type OrganisationHere = RowOf<(typeof organisationsHere)["columns"]>;

export type HomeProps = { networks: Network[]; next: NextEvent[]; hasMore: boolean; conversations: ConversationRow[]; waiting: Task[] };

export function homePage(view: View, props: HomeProps): Html {
  return page(
    view,
    { title: view.t("home.title"), section: "networks" },
    html`<div class="split">
<div class="sections">
<header class="stack gap-3"><h1>${view.t("home.title")}</h1>${props.networks.length > 0 ? html`<p class="lede">${lede(view, props.next)}</p>` : ""}</header>
${section("next", view.t("home.next"), next(view, props), props.hasMore ? { link: { href: "/events", words: view.t("home.whole") } } : {})}
${props.networks.length > 0 ? section("talk", view.t("home.conversations"), conversations(view, props.conversations), props.conversations.length > 0 ? { link: { href: "/messages", words: view.t("home.allMessages") } } : {}) : ""}
</div>
<aside class="sections">
${props.waiting.length > 0 ? section("waiting", view.t("home.waiting"), tasks(props.waiting)) : ""}
${props.networks.length > 0 ? section("yours", view.t("home.yourNetworks"), yourNetworks(view, props.networks), { link: { href: "/organisations", words: view.t("home.allNetworks") } }) : ""}
</aside>
</div>`,
  );
}

function lede(view: View, events: NextEvent[]): string {
  const last = events.at(-1);
  if (!last) return view.t("home.ledeNone");
  const month = last.startsAt.toZonedDateTimeISO(last.zone).toPlainDate();
  return view.t("home.lede", { count: events.length, month: times(view).monthName(month), answers: events.filter((event) => !event.answer && !event.cancelledAt).length });
}

function next(view: View, { networks, next }: HomeProps): Html {
  if (networks.length === 0 && next.length === 0) {
    return empty(view.t("home.noNetworks"), view.t("home.noNetworksMore"), linkButton("/organisations", { words: view.t("home.findOne") }));
  } else if (next.length === 0) {
    return empty(view.t("home.nothingNext"), view.t("home.nothingNextMore"));
  } else {
    const rails = networks.map(({ code, line, name }) => ({ code, line: line as Line, name }));
    return strip(rails, next.map((event) => myRow(view, event)));
  }
}

function conversations(view: View, rows: ConversationRow[]): Html {
  if (rows.length === 0) return empty(view.t("home.noConversations"), view.t("home.noConversationsMore"));
  return tasks(rows.map((row) => conversationTask(view, row)));
}

function yourNetworks(view: View, networks: Network[]): Html {
  return html`<ul class="tasks">${networks.map(
    (network) => html`<li><div class="stack gap-1"><h3><a href="/organisations/${network.slug}">${network.name}</a></h3><p class="soft small">${codeAnd(
      { code: network.code, line: network.line as Line },
      network.branchName ? html`<a href="/organisations/${network.slug}/${network.branchSlug}">${view.t("home.yourBranch", { name: network.branchName })}</a>` : view.t("home.memberNoBranch"),
    )}</p></div></li>`,
  )}</ul>
<p><a href="/people">${view.t("home.peopleYouKnow")}</a></p>`;
}

/** What a stranger sees: what is coming up, and whose. */
export function frontPage(view: View, props: { next: PublicEvent[]; organisations: OrganisationHere[]; welcome: string }): Html {
  return page(
    view,
    { title: view.t("home.newHere"), section: "networks", description: view.t("home.description", { site: view.site.name }) },
    html`<div class="split">
<div class="sections">
<header class="stack gap-3"><h1>${view.t("home.newHere")}</h1><p class="lede">${props.welcome || view.t("home.newHereMore")}</p><p>${linkButton("/sign-in", { words: view.t("home.signIn") })}</p></header>
${section("coming", view.t("home.comingUp"), props.next.length > 0 ? timetable(props.next.map((event) => publicRow(view, event))) : empty(view.t("home.nothingComing"), view.t("home.nothingComingMore")), props.next.length > 0 ? { link: { href: "/events", words: view.t("home.allEvents") } } : {})}
</div>
<aside class="sections">
${props.organisations.length > 0 ? section("networks", view.t("home.networksHere"), organisationList(view, props.organisations), { link: { href: "/organisations", words: view.t("home.allNetworks") } }) : ""}
</aside>
</div>`,
  );
}

function organisationList(view: View, organisations: OrganisationHere[]): Html {
  return html`<ul class="tasks">${organisations.map(
    (one) => html`<li><div class="stack gap-1"><h3><a href="/organisations/${one.slug}">${one.name}</a></h3><p class="small soft">${one.summary}</p><p class="small soft">${codeAnd({ code: one.code, line: one.line as Line }, view.t("home.members", { count: one.memberCount }))}</p></div></li>`,
  )}</ul>`;
}

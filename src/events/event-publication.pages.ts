/** Before publishing: what is there, what is missing, who will be told and how. */
import { isAnnounced } from "../organisations/event-audience.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import { factList } from "../ui/facts.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { section } from "../ui/section.ts";
import { tag } from "../ui/tag.ts";
import { tasks } from "../ui/tasks.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { eventFacts } from "./event-facts.parts.ts";
import type { Missing } from "./event-fields.ts";
import { AUDIENCE } from "./event-sight.parts.ts";
import { organisersTabs } from "./event-tabs.parts.ts";

export type PublicationProps = {
  event: Event;
  missing: readonly Missing[];
  /** People who will be told, by what they chose */
  audience: { each: number; weekly: number; none: number };
};

export function publicationPage(view: View, { event, missing, audience }: PublicationProps): Html {
  const { t } = view;
  const needed = missing.filter(({ weight }) => weight === "needed");
  const edit = `${eventUrl(event.id)}/edit`;
  return page(
    view,
    { title: t("events.publishTitle", { title: event.title }), section: "events", crumbs: eventCrumbs(event), unlisted: true },
    html`<div class="stack gap-5">${organisersTabs(view, event)}<div class="split">
<div class="sections">
<header class="stack gap-3"><p class="row">${code(event)} <span>${event.unitName}</span> ${tag(t("events.draft"))}</p><h1>${unbroken(event.title)}</h1>${event.summary ? html`<p class="lede">${event.summary}</p>` : ""}</header>
${missing.length > 0 ? section("missing", t("events.missing"), html`${needed.length === 0 ? html`<p class="soft">${t("events.missingOptional", { count: missing.length })}</p>` : ""}${checklist(view, missing, edit)}`) : ""}
${section("told", t("events.told"), html`<div class="stack">${told(view, event, audience)}
${needed.length > 0 ? html`<p><b>${t("events.notYet", { count: needed.length })}</b></p><div class="row">${linkButton(edit, { words: t("events.completeIt") })}</div>` : html`<form class="row" method="post" action="${eventUrl(event.id)}/publication">${button({ words: t("events.publish") })}${linkButton(edit, { words: t("events.editMore"), quiet: true })}</form>`}</div>`)}
</div>
<aside class="sections">
${section("facts", t("events.asItStands"), factList([...eventFacts(view, event), { term: t("events.audienceFact"), words: t(AUDIENCE[event.audience]) }]))}
${section("else", t("events.notThisOne"), html`<div class="stack gap-3"><p class="soft">${t("events.discardMore")}</p>${postButton(`${eventUrl(event.id)}/discarding`, { words: t("events.discard") })}</div>`)}
</aside>
</div></div>`,
  );
}

function told(view: View, event: Event, { each, weekly, none }: PublicationProps["audience"]): Html {
  const { t } = view;
  if (!isAnnounced(event)) return html`<p>${t(event.audience === "unlisted" ? "events.toldUnlisted" : "events.toldInvited")}</p>`;
  if (each + weekly + none === 0) return html`<p>${t("events.toldNobody", { unit: event.unitName })}</p>`;
  return html`<p>${t("events.toldEach", { count: each, unit: event.unitName })}</p>
${weekly + none > 0 ? html`<ul class="stack gap-1">${weekly > 0 ? html`<li>${t("events.toldWeekly", { count: weekly })}</li>` : ""}${none > 0 ? html`<li>${t("events.toldNone", { count: none })}</li>` : ""}</ul>` : ""}
<p class="soft">${t("events.toldOnce")}</p>`;
}

function checklist(view: View, missing: readonly Missing[], edit: string): Html {
  const { t } = view;
  return tasks(
    missing.map(({ field, weight }) => {
      const { words, more, anchor } = LACKS[field]!;
      return {
        mark: weight === "needed" ? "circle-alert" : "info",
        title: t(words),
        href: `${edit}#${anchor}`,
        words: t(more),
        status: weight === "needed" ? tag(t("events.needed"), "signal") : null,
      };
    }),
  );
}

const LACKS: Record<string, { words: MessageKey; more: MessageKey; anchor: string }> = {
  place: { words: "events.lacksPlace", more: "events.lacksPlaceMore", anchor: "where" },
  past: { words: "events.lacksFuture", more: "events.lacksFutureMore", anchor: "starts" },
  answerByPast: { words: "events.lacksAnswerBy", more: "events.lacksAnswerByMore", anchor: "answerBy" },
  summary: { words: "events.lacksSummary", more: "events.lacksSummaryMore", anchor: "summary" },
  about: { words: "events.lacksAbout", more: "events.lacksAboutMore", anchor: "about" },
  address: { words: "events.lacksAddress", more: "events.lacksAddressMore", anchor: "where" },
  access: { words: "events.lacksAccess", more: "events.lacksAccessMore", anchor: "where" },
  icebreaker: { words: "events.lacksIcebreaker", more: "events.lacksIcebreakerMore", anchor: "icebreaker" },
};

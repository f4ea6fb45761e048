/** Reports and objections as rows, and what was said around a message. */
import { times } from "../platform/i18n/times.ts";
import { chatMarkdown } from "../platform/text/markdown.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { ruledList } from "../ui/timetable.ts";
import { tag } from "../ui/tag.ts";
import type { View } from "../ui/view.ts";
import type { messagesAround, ReportRow } from "./report.sql.ts";
import { reportUrl } from "./report.ts";
import { sanctionWords } from "./sanction-words.ts";
import type { SanctionRow } from "./sanction.sql.ts";
import { sanctionUrl } from "./sanction.ts";

type Around = Awaited<ReturnType<typeof messagesAround.many>>[number];

/** "A message by Gwen Prydderch" */
export function reportTitle({ t }: View, { about, personName, eventTitle }: ReportRow): string {
  if (about === "event") return t("safety.aMeetUp", { title: eventTitle ?? t("safety.gone") });
  else return t(about === "message" ? "safety.aMessageBy" : "safety.aPage", { name: personName ?? t("safety.gone") });
}

export function reportList(view: View, reports: readonly ReportRow[]): Html {
  const { t } = view;
  const { recently } = times(view);
  return ruledList(
    "pairs",
    reports.map((report) => [
      html`<h3><a href="${reportUrl(report.id)}">${reportTitle(view, report)}</a></h3><p class="meta"><span>${t(`safety.kind.${report.kind}`)}</span> <span>${report.unitName ?? t("safety.serverOnly")}</span> <time datetime="${report.reportedAt.toString()}">${recently(report.reportedAt)}</time></p>`,
      report.outcome ? tag(t(`safety.outcome.${report.outcome}`)) : tag(t("safety.waits"), "signal"),
    ]),
  );
}

export function sanctionList(view: View, sanctions: readonly SanctionRow[]): Html {
  const { t } = view;
  const { recently } = times(view);
  return ruledList(
    "pairs",
    sanctions.map((sanction) => [
      html`<h3><a href="${sanctionUrl(sanction.id)}">${t("safety.sanctionOf", { what: t(`safety.outcome.${sanction.kind}`), name: sanction.personName })}</a></h3><p class="meta"><span>${placeOf(view, sanction)}</span> <time datetime="${sanction.setAt.toString()}">${recently(sanction.setAt)}</time></p>`,
      stateTag(view, sanction),
    ]),
  );
}

/** What it is from: a meet-up, a unit, the server. */
export function placeOf(view: View, { eventTitle, unitName }: Pick<SanctionRow, "eventTitle" | "unitName">): string {
  return eventTitle ?? unitName ?? view.site.name;
}

export function stateTag(view: View, sanction: SanctionRow): Html {
  const { t } = view;
  if (sanction.appealedAt && !sanction.answeredAt) return tag(t("safety.objected"), "signal");
  else if (sanction.endedAt) return tag(t("safety.ended"));
  else if (sanction.until) return tag(t("safety.untilShort", { when: times(view).date(sanction.until) }));
  else return sanction.kind === "warning" || sanction.kind === "removal" ? html`` : tag(t("safety.forGoodShort"));
}

/** What they were told that it means for them. */
export function meaning(view: View, sanction: SanctionRow): string {
  return sanctionWords(view, sanction, view.site.name);
}

/** The message between its neighbours. Words that somebody took back are gone here too; removed ones stand in the sanction. */
export function around(view: View, messages: readonly Around[], reportedId: string): Html {
  const { t } = view;
  const { recently } = times(view);
  return html`<ol class="stack gap-5" role="list">${messages.map((message) => {
    const words = message.deletedAt ? html`<p class="soft">${t(message.deletedBy === message.authorId ? "conversations.takenBack" : "conversations.removed")}</p>` : chatMarkdown(message.body);
    const said = html`<p class="small"><b><bdi>${message.authorName ?? t("conversations.gone")}</bdi></b> <time class="soft" datetime="${message.sentAt.toString()}">${recently(message.sentAt)}</time>${message.id === reportedId ? html` ${tag(t("safety.thisOne"), "signal", "flag")}` : ""}</p><div dir="auto">${words}</div>`;
    return html`<li>${message.id === reportedId ? html`<div class="panel stack gap-1">${said}</div>` : html`<div class="stack gap-1">${said}</div>`}</li>`;
  })}</ol>`;
}

import type { Event } from "../events/event.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import type { Need } from "./need.ts";

/** Under the answer of whoever comes: the way to say it, or how it stands. */
export function needLine(view: View, event: Event, { comes, need }: { comes: boolean; need: Need | null }): Html {
  const { t } = view;
  const state = eventState(event, view.now);
  const href = `${eventUrl(event.id)}/need`;
  if (!comes || (state !== "coming" && state !== "on")) return html``;
  if (!need) return html`<p><a href="${href}">${t("needs.tell")}</a><br><span class="small soft">${t("needs.tellMore")}</span></p>`;
  return html`<p>${needState(view, event, need)} <a href="${href}">${t("needs.see")}</a></p>`;
}

export function needState(view: View, event: Event, { outcome, answerBy }: Need): string {
  const { t } = view;
  const say = times(view, event.zone);
  if (outcome) return t(`needs.${outcome}`);
  const today = view.now.toZonedDateTimeISO(event.zone).toPlainDate();
  return t(Temporal.PlainDate.compare(answerBy, today) < 0 ? "needs.late" : "needs.open", { day: say.date(answerBy) });
}

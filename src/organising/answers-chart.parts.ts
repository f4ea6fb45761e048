import type { Event } from "../events/event.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import { stepChart } from "../ui/chart.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { table } from "../ui/table.ts";
import type { View } from "../ui/view.ts";
import { curveOf } from "./answers-chart.ts";
import type { AnswersOfDay } from "./desk.sql.ts";

/** How the yeses came in, as a curve or (asked for in the address) as a table. */
export function answersChart(view: View, event: Event, days: readonly AnswersOfDay[], asTable: boolean): Html {
  const { t } = view;
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(event.zone).toPlainDate();
  const curve = curveOf(days, { announced: day(event.publishedAt!), event: day(event.startsAt), today: day(view.now) }, event.capacity);
  if (!curve) return section("answers", t("organising.answers"), html`<p class="soft">${t("organising.answersNone")}</p>`);
  const here = `${eventUrl(event.id)}/organise`;
  const link = asTable ? { href: `${here}#answers`, words: t("organising.asCurve") } : { href: `${here}?answers=table#answers`, words: t("organising.asTable") };
  const say = times(view, event.zone);
  const last = curve.steps.at(-1)!.value;
  const sentence = t("organising.answersSentence", { count: last, first: say.date(days[0]!.day), begun: days[0]!.count, last: say.date(days.at(-1)!.day) });
  const isPast = eventState(event, view.now) === "past";
  const chart = stepChart({
    label: sentence,
    steps: curve.steps,
    max: curve.max,
    scale: curve.scale.map((value) => ({ value, words: value === event.capacity ? t("organising.places", { count: value }) : say.number(value) })),
    under: [
      { at: 0, words: say.date(curve.first) },
      { at: 1, words: say.date(curve.last) },
    ],
    today: { at: curve.today, words: isPast ? say.number(last) : t("organising.today", { count: last }) },
  });
  return section("answers", t("organising.answers"), html`<div class="stack"><p class="small soft">${sentence}</p>${asTable ? asRows(view, event, days) : chart}</div>`, { link });
}

function asRows(view: View, event: Event, days: readonly AnswersOfDay[]): Html {
  const { t } = view;
  const say = times(view, event.zone);
  let sum = 0;
  const rows = days.map(({ day, count }) => [say.date(day), say.number(count), say.number((sum += count))]);
  return table(t("organising.answers"), [t("organising.columnDay"), t("organising.columnNew"), t("organising.columnSum")], rows);
}

import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { linkButton } from "../ui/button.ts";
import { mode } from "../ui/mode.ts";
import { tag } from "../ui/tag.ts";
import type { Row } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import type { Row as RowOf } from "../platform/db/columns.ts";
import { times } from "../platform/i18n/times.ts";
import type { nextAnywhere, nextOnLines } from "./home.sql.ts";

export type NextEvent = RowOf<(typeof nextOnLines)["columns"]>;
export type PublicEvent = RowOf<(typeof nextAnywhere)["columns"]>;

/** An event as a row of the timetable, at its own place's time; the viewer's own is said when it differs. */
export function publicRow(view: View, event: PublicEvent): Row {
  const there = times(view, event.zone);
  const here = times(view);
  const differs = here.clock(event.startsAt) !== there.clock(event.startsAt);
  return {
    day: there.shortDay(event.startsAt),
    clock: there.clock(event.startsAt),
    at: event.startsAt,
    title: event.title,
    href: `/events/${event.id}`,
    codes: [{ code: event.code, line: event.line as Line }, ...event.otherCodes],
    meta: [
      mode(view, { online: event.online, inARoom: event.inARoom, place: event.place }),
      ...(differs ? [view.t("home.otherZone", { time: here.clock(event.startsAt), zone: cityOf(view.zone) })] : []),
    ],
    status: event.cancelledAt ? tag(view.t("home.cancelled")) : null,
  };
}

export function myRow(view: View, event: NextEvent): Row {
  return { ...publicRow(view, event), status: myState(view, event), more: visit(view, event) };
}

function myState(view: View, event: NextEvent): Html {
  const { clock } = times(view, event.zone);
  if (event.cancelledAt) return tag(view.t("home.cancelled"));
  else if (event.answer === "going" && event.fromAt && event.untilAt) return tag(view.t("home.fromUntil", { from: clock(event.fromAt), until: clock(event.untilAt) }), "yes", "check");
  else if (event.answer === "going" && event.untilAt) return tag(view.t("home.until", { time: clock(event.untilAt) }), "yes", "check");
  else if (event.answer === "going" && event.fromAt) return tag(view.t("home.from", { time: clock(event.fromAt) }), "yes", "check");
  else if (event.answer === "going") return tag(view.t("home.going"), "yes", "check");
  else if (event.answer === "waitlisted" && event.waiting === 0) return tag(view.t("answering.tagOffered"));
  else if (event.answer === "asked") return tag(view.t("events.askedFor"));
  else if (event.answer === "waitlisted") return tag(view.t("home.inLine", { number: event.waiting }));
  else if (event.answer === "maybe") return tag(view.t("home.maybe"));
  else return linkButton(`/events/${event.id}#answer`, { words: view.t("home.answer"), about: view.t("home.answerFor", { title: event.title }), quiet: true });
}

function visit(view: View, event: NextEvent): Html | null {
  const { clock } = times(view, event.zone);
  if (event.answer !== "going" || event.cancelledAt) return null;
  else if (event.untilAt) return html`${view.t("home.leaving", { time: clock(event.untilAt) })}`;
  else if (event.fromAt) return html`${view.t("home.arriving", { time: clock(event.fromAt) })}`;
  else return null;
}

/** "Europe/London" -> "London" */
function cityOf(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}

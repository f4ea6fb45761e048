/** Where somebody comes, if they may choose, and whom they bring: asked only where the organisers allow it. */
import type { Event } from "../events/event.ts";
import { hasTwoHalls, inLine, placesLeft } from "../events/places.ts";
import type { Hall } from "../events/places.ts";
import { times } from "../platform/i18n/times.ts";
import type { Fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { wouldWait } from "./answer-form.ts";
import type { Said } from "./rsvp.ts";
import { hallOf } from "./standing.ts";

export function wayFields(view: View, event: Event, said: Said | null, field: Fields, counts: boolean): Html {
  return html`${hasTwoHalls(event) ? whereField(view, event, said, field, counts) : ""}${mayBringGuests(event, said, view.now) ? guestsField(view, event, field) : ""}`;
}

function whereField(view: View, event: Event, said: Said | null, field: Fields, counts: boolean): Html {
  const { t } = view;
  const hint = (hall: Hall) => {
    if (said?.answer === "going" && hallOf(event, said) === hall) return t("answering.whereYours");
    const waits = wouldWait(event, said, view.now, hall === "online");
    if (waits && said?.answer === "going") return t("answering.whereMove");
    else if (waits) return counts ? t("answering.whereFull", { waiting: inLine(event, hall) }) : t("attendance.fullNoCount");
    const left = placesLeft(event, hall);
    return left === null ? t("answering.whereAny") : counts ? t("answering.whereLeft", { left }) : null;
  };
  const other = said?.answer === "going" && wouldWait(event, said, view.now, !said.isOnline);
  return html`${field.choices({
    name: "where",
    label: t("answering.where"),
    options: [
      { value: "room", label: t("answering.room"), hint: hint("main") },
      { value: "online", label: t("answering.online"), hint: hint("online") },
    ],
  })}${other ? field.check({ name: "letsGo", label: t("answering.letsGo"), hint: t("answering.letsGoHint") }) : ""}`;
}

function mayBringGuests(event: Event, said: Said | null, now: Temporal.Instant): boolean {
  return event.guestsEach > 0 && event.venueId !== null && !wouldWait(event, said, now, hasTwoHalls(event) ? false : undefined);
}

function guestsField(view: View, event: Event, field: Fields): Html {
  const { t } = view;
  const { number } = times(view);
  const options = [...Array(event.guestsEach + 1).keys()].map((count) => ({ value: String(count), label: count === 0 ? t("answering.justMe") : number(count) }));
  return field.select({ name: "guests", label: t("answering.guests"), hint: t("answering.guestsHint"), required: true, options });
}

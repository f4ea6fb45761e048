/** How many are coming and how many places are left, in the words of the poster. */
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import type { Event } from "./event.ts";
import { hasTwoHalls, inLine, placesLeft } from "./places.ts";

/** Of an event that is ahead, for those who may know. */
export function crowdWords({ t }: View, event: Event): string {
  const { goingCount: count, guestCount: guests, onlineCount: online, waitingCount: waiting } = event;
  if (hasTwoHalls(event)) return t("answering.twoHalls", { room: count - online, guests, online });
  const left = placesLeft(event);
  const coming = (words: string) => (guests > 0 ? t("answering.withGuests", { words, guests }) : words);
  if (left === null) return coming(t("attendance.comingCount", { count }));
  else if (left === 0) return coming(t("attendance.fullCount", { count, waiting }));
  else if (guests > 0) return t("answering.comingLeft", { count, guests, left });
  return t("attendance.comingLeft", { count, left });
}

/** The places left in each of two halls; null where that is already said. */
export function hallsLeft({ t }: View, event: Event): Html | null {
  if (!hasTwoHalls(event)) return null;
  const [room, online] = [placesLeft(event), placesLeft(event, "online")];
  const lines = [
    room === null ? null : t("answering.roomLeft", { left: room, waiting: inLine(event, "main") }),
    online === null ? null : t("answering.onlineLeft", { left: online, waiting: inLine(event, "online") }),
  ].filter((line) => line !== null);
  return lines.length > 0 ? html`${lines.map((line, i) => html`${i > 0 ? html`<br>` : ""}${line}`)}` : null;
}

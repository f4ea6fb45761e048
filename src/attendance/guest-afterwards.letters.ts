import { eventUrl } from "../events/event.ts";
import type { Event } from "../events/event.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Setting } from "../platform/i18n/times.ts";

/** To a guest who said yes: once, on the morning after. Everybody else is asked on the event's page. */
export function wereYouThereLetter({ t }: Setting, event: Event, { baseUrl }: { baseUrl: string }): Letter {
  return {
    subject: t("guests.afterwardsSubject", { title: event.title }),
    parts: [
      { heading: t("afterwards.ask") },
      { p: t("guests.afterwardsWords", { title: event.title }) },
      { action: { label: t("guests.afterwardsAction"), url: `${baseUrl}${eventUrl(event.id)}` } },
      { p: t("guests.afterwardsOnce") },
    ],
  };
}

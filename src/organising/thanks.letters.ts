import { conductNotes, repliesNote } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import { whenLine } from "../events/when.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { paragraphs } from "./circular.ts";

/** Guests are asked by their own link (`forGuest`), and see no names. */
export function thanksLetter(setting: Setting, event: Event, { body, isGuest, repliesTo, baseUrl }: { body: string; isGuest: boolean; repliesTo: string | null; baseUrl: string }): Letter {
  const { t } = setting;
  const url = `${baseUrl}${eventUrl(event.id)}`;
  return {
    subject: t("afterwards.thanksLetter.subject", { title: event.title }),
    parts: [
      { heading: t("afterwards.thanksLetter.heading") },
      ...paragraphs(body).map((p) => ({ p })),
      { p: t("circulars.letterFromOrganisers", { unit: event.unitName }) },
      { facts: [[t("circulars.letterMeetUp"), event.title], [t("events.sectionWhen"), whenLine(setting, event)]] },
      { action: { label: t("afterwards.thanksLetter.action"), url } },
      ...(isGuest || event.namesFor === "organisers" ? [] : [{ action: { label: t("afterwards.thanksLetter.people"), url: `${url}/people` } }]),
      ...repliesNote(setting, repliesTo),
      ...conductNotes(setting, event, { baseUrl }),
      { small: t("afterwards.thanksLetter.why") },
    ],
  };
}

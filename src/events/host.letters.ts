/** Between the organisers of two units: asking to share an event, and what became of it. */
import { times } from "../platform/i18n/times.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { eventLetterFacts } from "./event.letters.ts";
import type { Letter } from "./event.letters.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { hostingUrl } from "./host.ts";
import type { Hosting } from "./host.ts";

type Facts = { baseUrl: string; event: Event; hosting: Hosting };

/** To the organisers of the unit that is asked. */
export function askedLetter(setting: Setting, { baseUrl, event, hosting }: Facts): Letter {
  const { t } = setting;
  return {
    subject: t("hosts.askedSubject", { unit: hosting.firstHostName, title: event.title }),
    parts: [
      { heading: t("hosts.askedHeading", { unit: hosting.firstHostName }) },
      { p: t("hosts.askedWords", { name: hosting.askedByName ?? hosting.firstHostName, unit: hosting.unitName, title: event.title }) },
      { facts: eventLetterFacts(setting, event) },
      { p: t("hosts.whatItMeans") },
      { action: { label: t("hosts.askedAction"), url: baseUrl + hostingUrl(hosting.id) } },
      { small: t("hosts.whyOrganiser", { unit: hosting.unitName }) },
    ],
  };
}

/** To whoever asked. */
export function answeredLetter(setting: Setting, { baseUrl, event, hosting }: Facts): Letter {
  const { t } = setting;
  const names = { unit: hosting.unitName, title: event.title };
  const said = hosting.declinedAt ? "no" : "yes";
  return {
    subject: said === "yes" ? t("hosts.yesSubject", names) : t("hosts.noSubject", names),
    parts: [
      { p: said === "yes" ? t("hosts.yesWords", { ...names, draft: event.publishedAt ? "no" : "yes" }) : t("hosts.noWords", names) },
      { action: { label: t("hosts.answeredAction"), url: `${baseUrl}${eventUrl(event.id)}/hosts` } },
      { small: t("hosts.whyAsked") },
    ],
  };
}

/** To the organisers of the other side. `side` is whose doing it was. */
export function endedLetter(setting: Setting, { baseUrl, event, hosting, side }: Facts & { side: "first" | "asked" }): Letter {
  const { t } = setting;
  const day = times(setting, event.zone).shortDay(event.startsAt);
  const names = { unit: hosting.unitName, first: hosting.firstHostName, title: event.title, day };
  return {
    subject: side === "asked" ? t("hosts.leftSubject", names) : t("hosts.removedSubject", names),
    parts: [
      { p: side === "asked" ? t("hosts.leftWords", names) : t("hosts.removedWords", names) },
      ...(hosting.endedReason ? [{ quote: hosting.endedReason }] : []),
      { p: t("hosts.endedMembers", { unit: hosting.unitName }) },
      ...(event.publishedAt ? [{ action: { label: t("hosts.endedAction"), url: `${baseUrl}${eventUrl(event.id)}` } }] : []),
      { small: side === "asked" ? t("hosts.whyOrganiser", { unit: hosting.firstHostName }) : t("hosts.whyOrganiser", { unit: hosting.unitName }) },
    ],
  };
}

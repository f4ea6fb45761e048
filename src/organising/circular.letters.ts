import { eventLetterFacts } from "../events/event.letters.ts";
import type { Letter } from "../events/event.letters.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { Setting } from "../platform/i18n/times.ts";
import { paragraphs } from "./circular.ts";

export type CircularFacts = {
  readonly subject: string;
  readonly body: string;
  /** Null where whoever wrote it is not named to this reader. */
  readonly writer: string | null;
  /** A reply reaches the writer. */
  readonly hasReplyTo: boolean;
  readonly baseUrl: string;
};

/** The organisers' words under the meet-up's own name: no subject of theirs can pass for a letter by the server. */
export function circularLetter(setting: Setting, event: Event, { subject, body, writer, hasReplyTo, baseUrl }: CircularFacts): Letter {
  const { t } = setting;
  const url = `${baseUrl}${eventUrl(event.id)}`;
  return {
    subject: t("circulars.letterSubject", { title: event.title, subject }),
    parts: [
      { heading: subject },
      ...paragraphs(body).map((p) => ({ p })),
      { p: writer ? t("circulars.letterFrom", { writer, unit: event.unitName }) : t("circulars.letterFromOrganisers", { unit: event.unitName }) },
      { facts: [[t("circulars.letterMeetUp"), event.title], ...eventLetterFacts(setting, event).slice(0, 1)] },
      { action: { label: t("circulars.letterAction"), url } },
      { p: hasReplyTo && writer ? t("circulars.letterReply", { writer }) : t("circulars.letterNoReply", { url: `${url}/conversation` }) },
      { small: t("circulars.letterWhy", { url: `${url}/answer` }) },
    ],
  };
}

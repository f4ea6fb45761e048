import type { Translate } from "../platform/i18n/translate.ts";
import type { Letter } from "./joining.letters.ts";

type Facts = { site: string; baseUrl: string; organisation: string };

/** To those who run the server. */
export function foundingAskedLetter(t: Translate, { site, baseUrl, count }: Omit<Facts, "organisation"> & { count: number }): Letter {
  return {
    subject: t("organisations.letter.foundingAsked.subject", { count, site }),
    parts: [
      { p: t("organisations.letter.foundingAsked.words", { count }) },
      { action: { label: t("organisations.letter.foundingAsked.action"), url: `${baseUrl}/admin/organisations` } },
      { small: t("people.letter.waiting.why", { site }) },
    ],
  };
}

export function foundedLetter(t: Translate, { site, baseUrl, organisation, path }: Facts & { path: string }): Letter {
  return {
    subject: t("organisations.letter.founded.subject", { organisation }),
    parts: [
      { p: t("organisations.letter.founded.words", { organisation, site }) },
      { action: { label: t("organisations.letter.founded.action"), url: baseUrl + path } },
      { small: t("organisations.letter.founding.why", { site, url: baseUrl }) },
    ],
  };
}

export function notFoundedLetter(t: Translate, { site, baseUrl, organisation }: Facts): Letter {
  return {
    subject: t("organisations.letter.notFounded.subject", { organisation }),
    parts: [{ p: t("organisations.letter.notFounded.words", { organisation, site }) }, { small: t("organisations.letter.founding.why", { site, url: baseUrl }) }],
  };
}

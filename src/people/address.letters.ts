import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { WAY_BACK_DAYS } from "./address.ts";

type Words = { subject: string; parts: LetterPart[] };
type Place = { site: string; baseUrl: string };

/** To the new address. It says nobody's name: whoever reads it may be a stranger to whom it was mistyped. */
export function confirmAddressLetter(t: Translate, { site, baseUrl, url, hours }: Place & { url: string; hours: number }): Words {
  return {
    subject: t("people.letter.address.subject", { site }),
    parts: [
      { p: t("people.letter.address.words", { site }) },
      { action: { label: t("people.letter.address.action"), url } },
      { p: t("people.letter.address.once", { hours }) },
      { small: t("people.letter.address.why", { url: baseUrl }) },
    ],
  };
}

/** To an address that has an owner here: they learn of it, whoever asked does not. */
export function takenAddressLetter(t: Translate, { site, baseUrl }: Place): Words {
  return {
    subject: t("people.letter.taken.subject", { site }),
    parts: [
      { p: t("people.letter.taken.words", { site }) },
      { p: t("people.letter.taken.own") },
      { action: { label: t("people.letter.taken.action"), url: `${baseUrl}/sign-in` } },
      { small: t("people.letter.taken.why", { url: baseUrl }) },
    ],
  };
}

/** To every other address of theirs. */
export function newAddressLetter(t: Translate, { site, baseUrl, address, when, url }: Place & { address: string; when: string; url: string }): Words {
  return {
    subject: t("people.letter.newAddress.subject", { site }),
    parts: [
      { p: t("people.letter.newAddress.words", { address, when }) },
      { p: t("people.letter.newAddress.not", { days: WAY_BACK_DAYS }) },
      { action: { label: t("people.letter.notMe"), url } },
      { small: t("people.letter.passkey.why", { url: baseUrl }) },
    ],
  };
}

/** To the one that is gone and to those that stay. */
export function removedAddressLetter(t: Translate, { site, baseUrl, address }: Place & { address: string }): Words {
  return {
    subject: t("people.letter.removedAddress.subject", { site }),
    parts: [
      { p: t("people.letter.removedAddress.words", { address }) },
      { p: t("people.letter.removedAddress.not") },
      { action: { label: t("people.letter.removedAddress.action"), url: `${baseUrl}/sign-in/help` } },
      { small: t("people.letter.passkey.why", { url: baseUrl }) },
    ],
  };
}

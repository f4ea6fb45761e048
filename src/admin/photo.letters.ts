import type { Setting } from "../platform/i18n/times.ts";
import type { LetterPart } from "../platform/mail/compose.ts";

/** To whoever had a photo that those who look after the server took off. */
export function photoTakenOffLetter({ t }: Setting, { baseUrl, siteName: site }: { baseUrl: string; siteName: string }): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("admin.letter.photo.subject", { site }),
    parts: [
      { p: t("admin.letter.photo.words", { site }) },
      { p: t("admin.letter.photo.next") },
      { action: { label: t("admin.letter.photo.action"), url: `${baseUrl}/settings/profile` } },
    ],
  };
}

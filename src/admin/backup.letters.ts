import type { LetterPart } from "../platform/mail/compose.ts";
import type { Translate } from "../platform/i18n/translate.ts";

export function failedBackupLetter(t: Translate, { site, baseUrl, place, problem }: { site: string; baseUrl: string; place: string; problem: string }): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("admin.letter.backup.subject", { site }),
    parts: [
      { p: t("admin.letter.backup.words") },
      { facts: [[t("admin.letter.backup.place"), place], [t("admin.letter.backup.problem"), problem]] },
      { p: t("admin.letter.backup.next") },
      { action: { label: t("admin.letter.backup.action"), url: `${baseUrl}/admin` } },
      { small: t("admin.letter.backup.why", { site }) },
    ],
  };
}

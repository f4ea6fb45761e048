import type { Translate } from "../platform/i18n/translate.ts";
import { UNCLAIMED_MONTHS } from "./unclaimed.ts";
import type { LetterPart } from "../platform/mail/compose.ts";

export type ListInvitation = { name: string; organisation: string; unit: string | null; site: string; organiser: string | null; url: string; baseUrl: string };

export function listInvitationLetter(t: Translate, { name, organisation, unit, site, organiser, url, baseUrl }: ListInvitation): { subject: string; parts: LetterPart[] } {
  return {
    subject: t("imports.letter.subject", { organisation }),
    parts: [
      { p: t("imports.letter.hello", { name }) },
      { p: unit ? t("imports.letter.whyUnit", { organisation, unit }) : t("imports.letter.why", { organisation }) },
      { p: t("imports.letter.what", { organisation, site }) },
      { action: { label: t("imports.letter.action"), url } },
      { p: t("imports.letter.off", { months: UNCLAIMED_MONTHS }) },
      { note: t("imports.letter.ground", { organisation, url: `${baseUrl}/privacy` }) },
      { small: organiser ? t("imports.letter.small", { organisation, organiser }) : t("imports.letter.smallNobody", { organisation }) },
    ],
  };
}

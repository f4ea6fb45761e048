/**
 * What a file says of somebody's standing, in the words of the programs that write such files. Lapsed, declined, waiting: not a member now, so
 * they are left out. Unsubscribed: on the list, never written to. Everything else (active, current, grace, attending) is a member.
 */
export type Standing = "member" | "gone" | "silent";

export function standingOf(status: string): Standing {
  const words = plain(status);
  if (SILENT.some((pattern) => pattern.test(words))) return "silent";
  if (STAYS.test(words)) return "member";
  return GONE.some((pattern) => pattern.test(words)) ? "gone" : "member";
}

export function saysYes(cell: string): boolean {
  return /^(yes|y|true|1|x|ja|j|oui|o|si|s|sim|waar|vrai|verdadero|wahr|vero)$/.test(plain(cell));
}

export function saysNo(cell: string): boolean {
  return /^(no|n|false|0|nein|non|nee|nao|falso|faux|falsch)$/.test(plain(cell));
}

/** Lower case, without accents and signs: "Liste d’attente" -> "liste d attente". */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A member who has applied for renewal or another level still is one (Wild Apricot). */
const STAYS = /^pending (renewal|level change)$/;

const GONE = [
  /^(lapsed|expired|former|ex member|ended|terminated|resigned|deceased|suspended|archived|inactive|deleted|abandoned|blocked)\b/,
  /^(cancell?ed|refunded|partially refunded|refunded cancell?ed|transferred|unpaid|no show)\b/,
  /^(declined|rejected|refused|denied|not (attending|going|coming)|no|invited|pending|pending approval|pending new)$/,
  /\b(waitlist|waitlisted|wait list|waiting list|waiting)\b/,
  /^(abgelehnt|abgesagt|abgelaufen|ausgetreten|gekundigt|storniert|inaktiv|verstorben|gesperrt|ausstehend|nein|nimmt nicht teil)\b|\bwarteliste\b/,
  /^(expiree?|annulee?|refusee?|rembours\w*|radiee?|demissionnaire|inactif|inactive|decedee?|en attente|non|ne participe pas)\b|\bliste d attente\b/,
  /^(scadut[oa]|annullat[oa]|rimborsat[oa]|rifiutat[oa]|inattiv[oa]|decedut[oa]|sospes[oa]|in attesa|non partecipa)\b|\blista d attesa\b/,
  /^(caducad[oa]|vencid[oa]|cancelad[oa]|reembolsad[oa]|rechazad[oa]|inactiv[oa]|fallecid[oa]|suspendid[oa]|pendiente|baja|de baja|no asiste)\b|\blista de espera\b/,
  /^(verlopen|geannuleerd|opgezegd|geweigerd|afgewezen|inactief|overleden|in behandeling|nee|komt niet)\b|\bwachtlijst\b/,
  /^(expirad[oa]|recusad[oa]|inativ[oa]|falecid[oa]|suspens[oa]|pendente|nao|nao participa)\b/,
];

const SILENT = [
  /\b(unsubscribed|opted out|opt out|do not (e ?mail|contact|mail)|no (e ?mail|bulk e ?mail)s?|bounced|cleaned|complained|email disabled|delivery disabled)\b/,
  /\b(abgemeldet|abbestellt|desabonnee?|desinscrite?|disiscritt[oa]|dado de baja del boletin|no suscrit[oa]|uitgeschreven|afgemeld|descadastrad[oa]|cancelou a subscricao)\b/,
];

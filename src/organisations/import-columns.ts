/** What the columns of a file hold: guessed from their headers, in the words of the programs that write such files and in several languages. */
import { plain } from "./import-status.ts";

export const TARGETS = [
  "ignore", "name", "first", "last", "email", "latin", "pronouns", "employer", "area", "since", "status", "memberNo", "goneIfYes", "goneIfNo", "silentIfYes", "silentIfNo",
] as const;

export type Target = (typeof TARGETS)[number];

/** Programs whose exports are known by their columns. */
export type Format = "meetup" | "eventbrite" | "civicrm" | "wild-apricot" | "luma" | "google" | "outlook" | "linkedin" | "other";

export function guessColumns(headers: readonly string[]): Target[] {
  const format = recogniseFormat(headers);
  return headers.map((header) => {
    const words = plain(header);
    return OF_FORMAT[format]?.[words] ?? SYNONYMS.get(words) ?? "ignore";
  });
}

/** Columns that are enough to make somebody: a name in one or two parts. */
export function hasName(columns: readonly Target[]): boolean {
  return columns.some((target) => target === "name" || target === "first" || target === "last");
}

/** A table about the same people that has no names: CiviCRM's memberships, joined by Contact ID. */
export function isMembershipsOnly(columns: readonly Target[]): boolean {
  return !hasName(columns) && columns.includes("memberNo") && (columns.includes("status") || columns.includes("since"));
}

export function recogniseFormat(headers: readonly string[]): Format {
  const words = new Set(headers.map(plain));
  const has = (...wanted: string[]) => wanted.every((each) => words.has(each));
  if (has("user id", "url of member profile") || has("member id", "url of member profile") || words.has("url du profil de membre") || has("event host", "rsvp")) return "meetup";
  if (has("user id", "membership status") || has("membership level", "renewal due") || has("user id", "membership enabled")) return "wild-apricot";
  if (has("attendee status") || has("order", "attendee") || has("order no", "ticket type") || has("nome evento", "id evento") || has("cognome acquirente")) return "eventbrite";
  if (has("api id", "approval status")) return "luma";
  if (has("contact id")) return "civicrm";
  if (has("e mail 1 value")) return "google";
  if (has("connected on", "position")) return "linkedin";
  if (has("e mail address", "job title") || has("e mail display name")) return "outlook";
  return "other";
}

/** Words that mean something else in one program than elsewhere. */
const OF_FORMAT: Partial<Record<Format, Record<string, Target>>> = {
  meetup: { "user id": "memberNo", "member id": "ignore", title: "ignore", rsvp: "status", attendance: "ignore", location: "area", company: "employer" },
  "wild-apricot": {
    "user id": "memberNo", "membership status": "status", organization: "employer", archived: "goneIfYes", "suspended member": "goneIfYes", member: "goneIfNo", "membership enabled": "goneIfNo",
    "email delivery disabled": "silentIfYes", "receiving emails disabled": "silentIfYes", "email delivery disabled automatically": "silentIfYes", "member emails and newsletters": "silentIfNo",
  },
  civicrm: { "contact id": "memberNo", "membership id": "ignore", status: "status", "member since": "since", "do not email": "silentIfYes", "no bulk emails user opt out": "silentIfYes", "is opt out": "silentIfYes", "is deceased": "goneIfYes", "current employer": "employer" },
  eventbrite: { "attendee status": "status", "order": "ignore", "order date": "ignore", "home city": "area", "group": "ignore" },
  luma: { "approval status": "status", "api id": "memberNo", "created at": "ignore" },
  google: { "organization name": "employer", "organization 1 name": "employer", "middle name": "first", "additional name": "first", "name": "name" },
  linkedin: { "connected on": "ignore", url: "ignore", company: "employer" },
  outlook: { "business city": "area", "home city": "area", "middle name": "first" },
};

/** A header means a target when it says exactly this: what is nearly the same often belongs to somebody else (the buyer, the referee). */
const WORDS: Partial<Record<Target, string>> = {
  name: `name | full name | display name | member name | contact name | attendee name | your name | nom complet | nom et prenom | prenom et nom | vollstandiger name | vor und nachname | nome completo | nome e cognome | nombre completo | nombre y apellidos | volledige naam | naam | fullt namn | namn | navn | imie i nazwisko`,
  first: `first name | firstname | first | given name | givenname | forename | forenames | given names | prenom | vorname | nome | nombre | nombre de pila | primeiro nome | voornaam | fornamn | fornavn | imie`,
  last: `last name | lastname | last | surname | family name | familyname | nom | nom de famille | nachname | familienname | zuname | cognome | apellido | apellidos | achternaam | familienaam | sobrenome | apelido | ultimo nome | efternamn | etternavn | nazwisko`,
  email: `email | e mail | email address | e mail address | emails | mail | primary email | email 1 | e mail 1 value | e mail 2 value | e mail 2 address | e mail 3 address | courriel | adresse e mail | adresse email | adresse electronique | adresse de courriel | mel | e mail adresse | email adresse | mailadresse | indirizzo e mail | indirizzo email | posta elettronica | correo | correo electronico | direccion de correo electronico | e mailadres | emailadres | endereco de e mail | endereco de email | correio eletronico | e post | epost | adres e mail`,
  latin: `latin name | name in latin letters | latin form | romanised name | romanized name | romaji | nom en caracteres latins | name in lateinischer schrift | nombre en alfabeto latino`,
  pronouns: `pronouns | preferred pronouns | pronoun | pronoms | pronomen | pronomi | pronombres | pronomes | voornaamwoorden`,
  employer: `employer | current employer | company | company name | organisation | organization | organisation name | organization name | organization 1 name | workplace | place of work | institution | employeur | entreprise | societe | firma | unternehmen | arbeitgeber | organisation firma | azienda | organizzazione | ente | datore di lavoro | empresa | organizacion | institucion | bedrijf | werkgever | organisatie | instelling | organizacao | instituicao | empregador`,
  area: `city | town | area | location | home city | city town | home area | region | branch area | ville | localite | commune | stadt | ort | wohnort | citta | comune | ciudad | localidad | poblacion | woonplaats | plaats | stad | cidade | localidade`,
  since: `member since | membership since | joined | joined on | join date | date joined | joined group on | membership join date | membership start | membre depuis | date d adhesion | a rejoint le groupe le | mitglied seit | eintrittsdatum | beitrittsdatum | beitritt | membro dal | socio dal | data iscrizione | data di iscrizione | miembro desde | socio desde | fecha de alta | fecha de ingreso | lid sinds | lid vanaf | membro desde | data de adesao`,
  status: `status | membership status | member status | attendee status | rsvp | rsvp status | approval status | going | subscription status | email status | statut | statut d adhesion | mitgliedsstatus | mitgliedschaftsstatus | stato | stato iscrizione | stato adesione | estado | estado de membresia | lidmaatschapsstatus | situacao`,
  memberNo: `member id | member number | membership number | member no | membership no | user id | contact id | membership contact id | external identifier | id utilisateur | numero de membre | numero d adherent | mitgliedsnummer | mitglieds nr | numero tessera | numero socio | numero de socio | lidnummer | numero de membro`,
  goneIfYes: `archived | is archived | is deceased | deceased | suspended | archive | archiviert`,
  silentIfYes: `unsubscribed | opt out | opted out | do not email | no email | email opt out | email disabled | is opt out`,
  silentIfNo: `subscribed | receives newsletters | email opt in`,
};

const SYNONYMS = new Map<string, Target>(
  Object.entries(WORDS).flatMap(([target, words]) => words.split("|").map((each): [string, Target] => [each.trim(), target as Target])),
);

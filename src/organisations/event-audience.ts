/**
 * Who may open an event, and who of them sees its place, how many come, and their names. Pure; `event-audience.sql.ts` says the same to the
 * database, and a test holds the two against each other. It lives below the events since lists, conversations and people's pages ask it too.
 */
export type Audience = "everyone" | "unlisted" | "members" | "invited";
export const audiences: readonly Audience[] = ["everyone", "unlisted", "members", "invited"];

export type NamesFor = "everyone" | "members" | "coming" | "organisers";
export const namesFor: readonly NamesFor[] = ["everyone", "members", "coming", "organisers"];

export type PlaceFor = "everyone" | "coming";
export const placesFor: readonly PlaceFor[] = ["everyone", "coming"];

/** What the organisers chose. */
export type Openness = {
  readonly publishedAt: unknown;
  readonly audience: Audience;
  readonly namesFor: NamesFor;
  readonly countsPublic: boolean;
  readonly placeFor: PlaceFor;
};

/** How somebody stands to the event; a stranger has nothing of this. */
export type Stance = {
  /** Of one of the hosts' organisations. */
  readonly isMember: boolean;
  readonly isOrganiser: boolean;
  readonly isInvited: boolean;
  readonly answer: string | null;
};

export const STRANGER: Stance = { isMember: false, isOrganiser: false, isInvited: false, answer: null };

/** With its address in hand. Whoever answered keeps seeing what they answered, also when the invitation is taken back. */
export function mayOpen(event: Pick<Openness, "publishedAt" | "audience">, who: Stance): boolean {
  if (who.isOrganiser) return true;
  else if (!event.publishedAt) return false;
  else return event.audience === "everyone" || event.audience === "unlisted" || isAddressed(event, who);
}

/** In lists, feeds and search: there an unlisted event stands for those only who have something to do with it. */
export function mayFind(event: Pick<Openness, "publishedAt" | "audience">, who: Stance): boolean {
  return mayOpen(event, who) && (event.audience !== "unlisted" || who.isOrganiser || isAddressed(event, who));
}

export function maySeeNames(event: Pick<Openness, "publishedAt" | "audience" | "namesFor">, who: Stance): boolean {
  if (who.isOrganiser) return true;
  else if (!mayOpen(event, who)) return false;
  else if (event.namesFor === "everyone") return true;
  else if (event.namesFor === "members") return who.isMember || who.answer === "going";
  else return event.namesFor === "coming" && who.answer === "going";
}

/** Of an event that they may open. */
export function maySeeCounts(event: Omit<Openness, "placeFor">, who: Stance): boolean {
  return event.countsPublic || maySeeNames(event, who);
}

/** Of an event that they may open: the door, and not the town alone. */
export function maySeePlace(event: Pick<Openness, "placeFor">, who: Stance): boolean {
  return event.placeFor === "everyone" || who.isOrganiser || who.answer === "going";
}

/** Whether its hosts' members are told of it: not of what is for those only who were given its address or invited. */
export function isAnnounced({ audience }: Pick<Openness, "audience">): boolean {
  return audience === "everyone" || audience === "members";
}

/**
 * Whether a change would show names to anybody who did not see them before. People answered knowing who would see them, so once somebody has,
 * these choices can be narrowed and not widened.
 */
export function showsNamesToMore(before: Pick<Openness, "audience" | "namesFor">, after: Pick<Openness, "audience" | "namesFor">): boolean {
  return everyStance.some((who) => maySeeNames({ ...after, publishedAt: true }, who) && !maySeeNames({ ...before, publishedAt: true }, who));
}

function isAddressed({ audience }: Pick<Openness, "audience">, { isMember, isInvited, answer }: Stance): boolean {
  return isInvited || (audience === "members" && isMember) || (answer !== null && answer !== "not_going");
}

const both = [false, true];
export const everyStance: readonly Stance[] = both.flatMap((isMember) =>
  both.flatMap((isOrganiser) =>
    both.flatMap((isInvited) => [null, "going", "maybe", "waitlisted", "not_going"].map((answer) => ({ isMember, isOrganiser, isInvited, answer }))),
  ),
);

/** One line of the log of what happened. Ids and names of fields only: the log outlives an erased person. */
export type Change = {
  kind: ChangeKind;
  at: Temporal.Instant;
  /** Who did it; null where the product itself did. */
  by: string | null;
  personId?: string | null;
  unitId?: string | null;
  eventId?: string | null;
  /** Names of the fields that changed. */
  fields?: string[];
  /** Further ids and words (never names, addresses or text), by what they are. */
  about?: Record<string, string | number | boolean | null>;
};

export type ChangeKind = `${string}.${string}`;

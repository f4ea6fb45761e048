/** How PostgreSQL's types arrive in JavaScript, and back. */
import pg from "pg";

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700, dateArray: 1182 } as const;

const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, Number],
  [OID.numeric, Number],
  [OID.date, (text) => Temporal.PlainDate.from(text)],
  [OID.timestamptz, instantFrom],
]);

export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format);
  },
};

/** Temporal values and arrays go out as text; everything else as pg does it. */
export function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}

/** PostgreSQL writes `2026-07-09 17:30:00.123+00`; every connection runs in UTC. `Instant.from` on that text is slow, so it is read here. */
function instantFrom(text: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.parse(text.replace(" ", "T").replace(/\+00$/, "Z")));
}

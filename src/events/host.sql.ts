import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

/** Where these organisers' parts let one make events: their units and all beneath. */
export const hostsOrganised = query(
  { id: col.uuid, name: col.text, kind: col.word<"organisation" | "branch" | "group" | "committee">(), organisationName: col.text, memberCount: col.int, code: col.text, line: { ...col.int, type: undefined as unknown as Line } },
  (organises: string[]) => sql`
    select u.id, u.name, u.kind, ou.name as "organisationName", u.member_count as "memberCount", o.code, o.line
      from unit u
      join organisation o on o.id = u.organisation_id
      join unit ou on ou.id = o.id
     where u.path && ${organises}::uuid[]
       and u.closed_at is null
     order by o.code, cardinality(u.path), u.name collate "unicode"`,
);

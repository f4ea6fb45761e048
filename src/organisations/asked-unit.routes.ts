/** Which unit a request is about, and who may ask. */
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { forPeople, notFound } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import { organisationBySlug, unitBySlugs } from "./unit.sql.ts";
import type { Unit } from "./unit.ts";

/** The unit of `/organisations/:org/:unit/...`, or the organisation of `/organisations/:org/...`. */
export function askedUnit(c: Web): Promise<Unit | null> {
  const { db } = c.var.house;
  const organisation = c.req.param("org") ?? "";
  const unit = c.req.param("unit");
  return unit === undefined ? organisationBySlug.maybe(db, organisation) : unitBySlugs.maybe(db, organisation, unit);
}

/** For whoever organises the unit, or one above it; to everybody else there is nothing here. */
export function forOrganisers(handle: (c: Web, viewer: Viewer, unit: Unit) => Response | Promise<Response>): Handler {
  return forPeople(async (c, viewer) => {
    const unit = await askedUnit(c);
    return unit && mayOrganise(viewer, unit.path) ? handle(c, viewer, unit) : notFound(c);
  });
}

/** Where a list goes on: after this name and id, from the address; from the start when there is none. */
export function after(c: Web): { name: string; id: string } {
  const id = c.req.query("id") ?? "";
  return /^[0-9a-f-]{36}$/.test(id) ? { name: (c.req.query("after") ?? "").slice(0, 200), id } : { name: "", id: "00000000-0000-0000-0000-000000000000" };
}

/** The address of the next part of a list: one more was read than is shown. */
export function nextPart<T extends { personId: string; name: string }>(path: string, rows: T[], shown: number, query: Record<string, string> = {}): { rows: T[]; more: string | null } {
  const last = rows[shown - 1];
  if (rows.length <= shown || !last) return { rows, more: null };
  return { rows: rows.slice(0, shown), more: `${path}?${new URLSearchParams({ ...query, after: last.name, id: last.personId })}` };
}

import { unitUrl } from "../organisations/unit.ts";
import type { Crumb } from "../ui/crumbs.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";

/** From the organisation down to the event; `last` is a page beneath it. */
export function eventCrumbs(event: Event, last?: string): Crumb[] {
  const organisation = { words: event.organisationName, href: unitUrl({ kind: "organisation", slug: event.organisationSlug, organisationSlug: event.organisationSlug }) };
  const unit = { words: event.unitName, href: unitUrl({ kind: event.unitKind, slug: event.unitSlug, organisationSlug: event.organisationSlug }) };
  const here: Crumb = last ? { words: event.title, href: eventUrl(event.id) } : { words: event.title };
  return [organisation, ...(event.unitKind === "organisation" ? [] : [unit]), here, ...(last ? [{ words: last }] : [])];
}

/** Parts that the pages of organisations and units share. */
import { times } from "../platform/i18n/times.ts";
import { personUrl } from "../people/person.ts";
import { linkButton, postButton } from "../ui/button.ts";
import type { Coded } from "../ui/code.ts";
import type { Crumb } from "../ui/crumbs.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { empty } from "../ui/empty.ts";
import { mode } from "../ui/mode.ts";
import { search } from "../ui/search.ts";
import { littleSticker } from "../ui/sticker.ts";
import type { StickerPerson } from "../ui/sticker.ts";
import { tag } from "../ui/tag.ts";
import { timetable } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import type { WayIn } from "./joining.ts";
import { unitUrl } from "./unit.ts";
import type { JoinPolicy, Unit, UnitKind } from "./unit.ts";

export type Upcoming = {
  id: string;
  title: string;
  zone: string;
  startsAt: Temporal.Instant;
  cancelledAt: Temporal.Instant | null;
  isOnline: boolean;
  inARoom: boolean;
  place: string | null;
  hostId: string;
  hostName: string;
  code: string;
  line: Line;
  otherCodes: readonly Coded[];
  goingCount: number;
  answer: "going" | "maybe" | "not_going" | "waitlisted" | "asked" | null;
  until: Temporal.Instant | null;
};
/** Somebody in a list; `unlinked` where their own page is not for this viewer. */
export type Listed = { personId: string; name: string; lang: string | null; handle: string | null; line: Line; photo?: string | null; unlinked?: boolean };

/** The way down to a page of a unit; without `here` the unit itself is the page. */
export function trailTo(view: View, unit: Unit, here?: string): Crumb[] {
  const steps: { words: string; href: string }[] = [
    { words: view.t("ui.branches"), href: "/organisations" },
    { words: unit.organisationName, href: `/organisations/${unit.organisationSlug}` },
  ];
  if (unit.kind !== "organisation") steps.push({ words: unit.name, href: unitUrl(unit) });
  return here ? [...steps, { words: here }] : [...steps.slice(0, -1), { words: steps.at(-1)!.words }];
}

/** The button, link or state at a unit's door. Only one on a page is solid. */
export function doorway(view: View, unit: { name: string; url: string }, way: WayIn, look: { solid?: boolean } = {}): Html | null {
  const { t } = view;
  const at = `${unit.url}/joining`;
  const about = t("organisations.joinAbout", { unit: unit.name });
  const quiet = !look.solid;
  if (way === "member") return tag(t("organisations.joined"), "yes", "check");
  else if (way === "asked") return tag(t("organisations.asked"), "plain", "hourglass");
  else if (way === "ask") return linkButton(at, { words: t("organisations.askToJoin"), about, quiet });
  else if (way === "join") return view.me ? postButton(at, { words: t("organisations.join"), about, quiet }) : linkButton(at, { words: t("organisations.join"), about, quiet });
  else if (way === "invitation") return tag(t("organisations.byInvitation"));
  else return null;
}

export function kindWord(view: View, kind: UnitKind): string {
  return view.t("organisations.kind", { kind });
}

export function policyWords(view: View, policy: JoinPolicy): string {
  return view.t("organisations.policyShort", { policy });
}

/** An open unit is open to those whom its organisation has let in. */
export function unitPolicyWords(view: View, unit: Pick<Unit, "joinPolicy" | "organisationPolicy" | "organisationName">): string {
  const { joinPolicy, organisationPolicy, organisationName } = unit;
  return joinPolicy === "open" && organisationPolicy !== "open" ? view.t("organisations.openToMembers", { organisation: organisationName }) : policyWords(view, joinPolicy);
}

export function membersCount(view: View, count: number): string {
  return view.t("organisations.members", { count });
}

/** Meet-ups in the time of their place; where the viewer's own clock differs, the zone is named. */
export function upcoming(view: View, unit: Unit, events: readonly Upcoming[]): Html {
  return timetable(
    events.map((event) => {
      const said = times(view, event.zone);
      const differs = said.clock(event.startsAt) !== times(view).clock(event.startsAt);
      return {
        day: said.shortDay(event.startsAt),
        clock: differs ? `${said.clock(event.startsAt)} ${said.zoneName(event.startsAt)}` : said.clock(event.startsAt),
        at: event.startsAt,
        title: event.title,
        href: `/events/${event.id}`,
        codes: [event, ...event.otherCodes],
        meta: [
          ...(event.hostId === unit.id ? [] : [event.hostName]),
          mode(view, { online: event.isOnline, inARoom: event.inARoom, place: event.place }),
          ...(event.goingCount > 0 ? [view.t("organisations.going", { count: event.goingCount })] : []),
        ],
        status: statusOf(view, event),
      };
    }),
  );
}

function statusOf(view: View, { cancelledAt, answer, until, zone }: Upcoming): Html | null {
  const { t } = view;
  if (cancelledAt) return tag(t("organisations.cancelled"), "signal");
  else if (answer === "going") return tag(until ? t("organisations.goingUntil", { time: times(view, zone).clock(until) }) : t("organisations.youGo"), "yes", "check");
  else if (answer === "waitlisted") return tag(t("organisations.youWait"));
  else if (answer === "maybe") return tag(t("organisations.youMayGo"));
  else return null;
}

export function asSticker({ personId, name, lang, handle, line, photo, unlinked }: Listed): StickerPerson {
  return { name, lang, handle, line, photo, href: unlinked ? null : personUrl(personId) };
}

/** Of one unit's members those who were looked for, and where the rest of them are. */
export type Crowd = { people: readonly Listed[]; q: string; more: string | null };

/** Members for one another: found by name where there are more than fit on a page. */
export function crowd(view: View, unit: Unit, { people, q, more }: Crowd): Html {
  const { t } = view;
  const all = `${unitUrl(unit)}#members`;
  return html`<div class="stack">${q || more ? search(view, { action: all, label: t("organisations.membersFind"), value: q }) : ""}
${people.length > 0 ? html`<div class="grid narrow">${people.map((person) => littleSticker(asSticker(person)))}</div>` : empty(t("organisations.foundNothing"), t("organisations.membersFoundNothing"), html`<a href="${all}">${t("organisations.filter.all")}</a>`)}${more ? html`<p><a href="${more}">${t("organisations.moreMembers")}</a></p>` : ""}</div>`;
}

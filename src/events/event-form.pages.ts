/** Making an event and editing it: one long form in sections, and the page on which to choose who invites. */
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { code } from "../ui/code.ts";
import type { UnitKind } from "../organisations/unit.ts";
import type { Crumb } from "../ui/crumbs.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { ruledList } from "../ui/timetable.ts";
import type { Line, View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import type { Event } from "./event.ts";
import { eventUrl } from "./event.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { formSections } from "./event-form.parts.ts";
import type { FormProps } from "./event-form.parts.ts";
import { organisersTabs } from "./event-tabs.parts.ts";

type Host = { id: string; name: string; kind: UnitKind; organisationName: string; memberCount: number; code: string; line: Line };

/** For organisers of several: who invites? `venueId`: the place from which they came. */
export function chooseHostPage(view: View, hosts: readonly Host[], venueId: string | null): Html {
  const { t } = view;
  const body =
    hosts.length === 0
      ? empty(t("events.noHost"), t("events.noHostMore"), html`<a href="/organisations">${t("events.noHostLink")}</a>`)
      : ruledList("pairs", hosts.map((host) => hostRow(view, host, venueId)));
  return page(view, { title: t("events.newTitle"), section: "events", crumbs: trail(view, t("events.newTitle")) }, html`<div class="stack gap-6"><header class="stack"><h1>${t("events.chooseHost")}</h1>${hosts.length > 0 ? html`<p class="lede">${t("events.chooseHostLede")}</p>` : ""}</header>${body}</div>`);
}

function hostRow({ t }: View, host: Host, venueId: string | null): Html[] {
  const facts = { kind: host.kind, organisation: host.organisationName, count: host.memberCount };
  return [html`<div class="what"><h3><a href="/events/new?unit=${host.id}${venueId ? `&venue=${venueId}` : ""}">${host.name}</a></h3><p class="soft">${t("events.hostIs", facts)}</p></div>`, html`${code(host)}`];
}

export type NewProps = FormProps & {
  unitId: string;
  hostName: string;
  /** The event whose words and place are in the form, and when it would be the same again */
  copied: { original: Event; next: Temporal.PlainDate; isAgain: boolean } | null;
};

export function newEventPage(view: View, props: NewProps): Html {
  const { t } = view;
  return formPage(view, props, {
    title: t("events.newTitle"),
    heading: t("events.newHeading", { host: props.hostName }),
    lede: t("events.newLede"),
    warning: props.copied && copiedNotice(view, props.copied),
    action: "/events",
    hidden: ["once", "unit", "copy"],
    submit: t("events.saveDraft"),
    after: t("events.saveDraftAfter"),
    trail: [{ words: t("ui.events"), href: "/events" }, { words: t("events.newTitle") }],
  });
}

function copiedNotice(view: View, { original, next, isAgain }: NonNullable<NewProps["copied"]>): Html {
  const { t } = view;
  const date = times(view, original.zone).day(next.toZonedDateTime({ timeZone: original.zone, plainTime: "12:00" }).toInstant());
  const here = `/events/new?copy=${original.id}`;
  const other = isAgain ? html`<a href="${here}">${t("events.copiedUndated")}</a>` : html`<a href="${here}&again=month">${t("events.copiedAgain", { date })}</a>`;
  return notice(isAgain ? t("events.copiedFor", { title: original.title, date }) : t("events.copied", { title: original.title }), { more: t("events.copiedMore"), actions: other, mark: "calendar-plus" });
}

export type EditProps = FormProps & {
  event: Event;
  /** Somebody else saved since the form was made. */
  meanwhile?: { taken: readonly string[]; clashes: readonly { label: string; theirs: string }[] } | null;
};

export function editEventPage(view: View, props: EditProps): Html {
  const { t } = view;
  const { event, meanwhile } = props;
  const isPublished = event.publishedAt !== null;
  return formPage(view, props, {
    title: t("events.editTitle"),
    heading: t("events.editHeading", { title: event.title }),
    lede: isPublished ? t("events.editLede") : t("events.draftLede"),
    warning: meanwhile ? meanwhileNotice(view, meanwhile) : event.isPostponed ? notice(t("moves.editPostponed"), { mark: "calendar-clock" }) : null,
    action: `${eventUrl(event.id)}/edit`,
    hidden: ["once", "revision", "marks"],
    submit: t("events.save"),
    after: isPublished ? t("events.saveAfter") : t("events.saveDraftAfter"),
    trail: eventCrumbs(event, t("events.editTitle")),
    tabs: organisersTabs(view, event),
  });
}

type Frame = {
  title: string;
  heading: string;
  lede: string;
  warning?: Html | null;
  action: string;
  hidden: readonly string[];
  submit: string;
  after: string;
  trail: readonly Crumb[];
  tabs?: Html;
};

function formPage(view: View, props: FormProps, frame: Frame): Html {
  const field = fields(view, props.state);
  return page(
    view,
    { title: frame.title, section: "events", crumbs: frame.trail, unlisted: true },
    html`<div class="stack gap-6">
${frame.tabs ?? ""}${field.summary()}${frame.warning ?? ""}
<header class="stack gap-3"><h1>${unbroken(frame.heading)}</h1><p class="lede">${frame.lede}</p></header>
<form class="sections form event-form" method="post" action="${frame.action}" novalidate>
${frame.hidden.map((name) => field.hidden(name))}
${formSections(view, props, frame.action)}
<div class="stack gap-3"><div>${button({ words: frame.submit })}</div><p class="soft">${frame.after}</p></div>
</form>
</div>`,
  );
}

function meanwhileNotice(view: View, { taken, clashes }: NonNullable<EditProps["meanwhile"]>): Html {
  const { t } = view;
  const more = html`${taken.length ? html`${t("events.meanwhileTaken", { fields: taken.join(", ") })} ` : ""}${clashes.length ? html`${t("events.meanwhileClashes")}` : ""}${clashes.map(
    ({ label, theirs }) => html`<br><b>${label}:</b> ${theirs || t("events.meanwhileEmpty")}`,
  )}`;
  return notice(t("events.meanwhile"), { more, signal: true });
}

function trail(view: View, words: string) {
  return [{ words: view.t("ui.events"), href: "/events" }, { words }];
}

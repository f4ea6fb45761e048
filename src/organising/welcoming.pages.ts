/** For those who organise an event: who makes others welcome, who would, and asking them. */
import type { Event } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import type { Welcome } from "../people/wishes.ts";
import { WELCOMES } from "../people/wishes.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { deskPage } from "./desk.parts.ts";
import type { DeskStanding } from "./duty.ts";
import type { AskedToWelcome, ComingToAsk, Willing } from "./welcoming.sql.ts";
import { LONGEST_NOTE, takesWelcoming, welcomingUrl } from "./welcoming.ts";

export type WelcomingProps = { event: Event; standing: DeskStanding; asked: readonly AskedToWelcome[]; willing: readonly Willing[]; q: string; found: readonly ComingToAsk[] };

export function welcomingPage(view: View, { event, standing, asked, willing, q, found }: WelcomingProps): Html {
  const { t } = view;
  const open = takesWelcoming(event, view.now);
  const askThem = ({ personId, name }: ComingToAsk) => linkButton(`${welcomingUrl(event.id)}/${personId}`, { words: t("welcoming.ask"), about: name, quiet: true });
  const list = (people: readonly (ComingToAsk & { kinds?: Welcome[] })[]) => ruledList("pairs", people.map((person) => [who({ ...person, href: null }, person.kinds ? wouldDo(view, person.kinds) : undefined), askThem(person)]));
  const results = found.length > 0 ? html`${list(found)}${found.length > 20 ? html`<p class="soft">${t("organisations.finderMore")}</p>` : ""}` : q ? html`<p>${t("welcoming.findNone", { q })}</p>` : "";
  return deskPage(
    view,
    { event, standing, title: t("welcoming.title"), lede: t("welcoming.lede") },
    html`<div class="sections">
${section("asked", t("welcoming.asked"), asked.length > 0 ? ruledList("pairs", asked.map((one) => [askedFor(view, one), answer(view, event, one, open)])) : empty(t("welcoming.askedNone"), t("welcoming.askedNoneMore")), { count: asked.length || null })}
${open ? section("willing", t("welcoming.willing"), willing.length > 0 ? list(willing) : html`<p class="soft">${t("welcoming.willingNone")}</p>`, { count: willing.length || null }) : ""}
${open ? section("others", t("welcoming.others"), html`<div class="stack">${search(view, { action: welcomingUrl(event.id), label: t("welcoming.find"), hint: t("welcoming.findHint"), value: q })}${results}</div>`) : ""}
</div>`,
  );
}

function wouldDo(view: View, kinds: readonly Welcome[]): string {
  return view.t("welcoming.would", { what: times(view).list(kinds.map((kind) => view.t(`welcoming.would.${kind}`))) });
}

function askedFor(view: View, one: AskedToWelcome): Html {
  const { t } = view;
  return html`<div class="stack gap-2">${who({ ...one, href: null }, t(one.agreedAt ? `welcoming.does.${one.kind}` : `welcoming.ask.${one.kind}`))}${one.note ? html`<p class="small" dir="auto">${one.note}</p>` : ""}</div>`;
}

/** How it stands, and the way to take it back. */
function answer(view: View, event: Event, { personId, name, kind, askedAt, askedBy, agreedAt, declinedAt, isShown }: AskedToWelcome, open: boolean): Html {
  const { t } = view;
  const by = askedBy ?? t("organising.anOrganiser");
  const state = declinedAt
    ? html`${tag(t("welcoming.declined"))}<br><span class="small soft">${t("welcoming.declinedMore")}</span>`
    : agreedAt
      ? html`${tag(t("welcoming.agreed"), "yes", "check")}<br><span class="small soft">${t(isShown ? "welcoming.shown" : "welcoming.notShown")}</span>`
      : html`${tag(t("welcoming.open"), "plain", "hourglass")}<br><span class="small soft">${t("welcoming.askedBy", { by, when: times(view, event.zone).date(askedAt!) })}</span>`;
  const end = open && !declinedAt ? postButton(`${welcomingUrl(event.id)}/${personId}/end`, { words: t(agreedAt ? "welcoming.endAgreed" : "welcoming.endAsked"), about: name }, { kind }) : "";
  return html`<div class="row apart"><span>${state}</span>${end}</div>`;
}

export type AskProps = { event: Event; standing: DeskStanding; person: Willing; state: FormState };

/** One step before the letter: what for, and where and when. */
export function askToWelcomePage(view: View, { event, standing, person, state }: AskProps): Html {
  const { t } = view;
  const field = fields(view, state);
  return deskPage(
    view,
    { event, standing, title: t("welcoming.askTitle", { name: person.name }), lede: t("welcoming.askLede") },
    html`${field.summary()}<div class="split"><form class="stack gap-5 form" method="post" action="${welcomingUrl(event.id)}/${person.personId}" novalidate>
${field.choices({ name: "kind", label: t("welcoming.kind"), required: true, options: WELCOMES.map((kind) => ({ value: kind, label: t(`welcoming.ask.${kind}`), hint: person.kinds.includes(kind) ? t("welcoming.theyWould") : null })) })}
${field.area({ name: "note", label: t("welcoming.note"), hint: t("welcoming.noteHint"), rows: 3, maxlength: LONGEST_NOTE })}
<div class="row">${button({ words: t("welcoming.askSend"), mark: "send" })}<a href="${welcomingUrl(event.id)}">${t("welcoming.askNot")}</a></div>
</form>
<aside class="stack gap-3"><h2>${t("welcoming.next")}</h2><p>${t("welcoming.nextLetter", { name: person.name })}</p><p>${t("welcoming.nextNo")}</p></aside></div>`,
  );
}

/** Answering without an account: asking for the letter, and what its link opens. */
import { maskedAddress } from "../organisations/invitation.ts";
import type { Event } from "../events/event.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { eventFacts } from "../events/event-facts.parts.ts";
import { calledOff } from "../events/event-page.parts.ts";
import type { FormState } from "../platform/http/form.ts";
import { button, postButton } from "../ui/button.ts";
import { factList } from "../ui/facts.ts";
import { fields } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import type { View } from "../ui/view.ts";
import { unbroken } from "../ui/words.ts";
import { answerBox } from "./answer.parts.ts";
import type { OwnQuestion } from "./question.ts";
import type { Said } from "./rsvp.ts";

export function letterFormPage(view: View, event: Event, state?: FormState): Html {
  const { t } = view;
  const field = fields(view, state);
  return guestPage(
    view,
    t("guests.title"),
    html`${field.summary()}<div class="split"><div class="stack gap-5">
<header class="stack gap-3"><h1>${t("guests.heading")}</h1><p class="lede">${t("guests.lede", { title: event.title })}</p></header>
<form class="stack gap-5 form" method="post" action="${eventUrl(event.id)}/answer/letter" novalidate>
${field.text({ name: "name", label: t("guests.name"), hint: t("guests.nameHint", { organisation: event.organisationName, names: event.namesFor }), required: true, maxlength: 200, autocomplete: "name", dir: "auto" })}
${field.email({ name: "address", label: t("guests.address"), hint: t("guests.addressHint"), required: true, maxlength: 254 })}
<div class="row">${button({ words: t("guests.send"), mark: "mail" })}<a href="${eventUrl(event.id)}">${t("attendance.backToPage")}</a></div>
</form></div><aside>${factList(eventFacts(view, event))}</aside></div>`,
  );
}

/** The same for every address. `event` is null where it may not be named. */
export function letterSentPage(view: View, event: Event | null): Html {
  const { t } = view;
  return guestPage(
    view,
    t("guests.sentTitle"),
    html`<div class="stack gap-5"><h1>${t("guests.sentTitle")}</h1><p class="lede">${t("guests.sent")}</p><p>${t("guests.sentBrowser")}</p><p class="soft">${t("guests.sentNothing")}</p>${event ? html`<p><a href="${eventUrl(event.id)}">${t("attendance.backToPage")}</a></p>` : ""}</div>`,
  );
}

/** For a browser that has not proved that it reads the address: enough of it for its owner to know, and nothing of the answer. */
export function elsewherePage(view: View, { token, address, event }: { token: string; address: string; event: Event | null }): Html {
  const { t } = view;
  return guestPage(
    view,
    t("guests.elsewhereTitle"),
    html`<div class="stack gap-5"><header class="stack gap-3"><h1>${t("guests.elsewhereTitle")}</h1><p class="lede">${t("guests.elsewhere", { address: maskedAddress(address) })}</p></header>
<div>${postButton(`/answers/${token}/link`, { words: t("guests.sendFresh"), quiet: false, mark: "mail" })}</div>
<p class="soft">${t("guests.elsewhereMore")}</p>${event ? html`<p><a href="${eventUrl(event.id)}">${t("guests.toPage", { title: event.title })}</a></p>` : ""}</div>`,
  );
}

export type GuestAnswer = { event: Event; said: Said | null; questions: readonly OwnQuestion[]; to: string; address: string; asksName: boolean; form?: FormState | undefined; stop: string | null; barredBecause: string | null };

export function guestAnswerPage(view: View, { event, said, questions, to, address, asksName, form, stop, barredBecause }: GuestAnswer): Html {
  const { t } = view;
  const isForAll = event.audience === "everyone" || event.audience === "unlisted";
  const state = eventState(event, view.now);
  const link = said?.answer === "going" && event.onlineUrl && (state === "coming" || state === "on") ? [{ term: t("ui.online"), words: html`<a href="${event.onlineUrl}" rel="noopener noreferrer">${t("attendance.onlineLink")}</a>` }] : [];
  return guestPage(
    view,
    event.title,
    html`<div class="stack gap-6">${fields(view, form).summary()}<div class="split"><div class="stack gap-6">
<header class="stack">${calledOff(view, event)}<h1>${unbroken(event.title)}</h1></header>
${answerBox(view, { event, said, form, questions, barredBecause, guest: { to, asksName } })}
<div class="stack gap-2 small soft"><p>${t("guests.youAre", { address })}</p><p>${t("guests.account")} <a href="/sign-in?next=${encodeURIComponent(eventUrl(event.id))}">${t("guests.accountLink")}</a></p></div>
${stop ? postButton(stop, { words: t("guests.stop") }) : ""}
</div>
<aside class="stack gap-5">${factList([...eventFacts(view, event), ...link])}${isForAll ? html`<p><a href="${eventUrl(event.id)}">${t("guests.toPage", { title: event.title })}</a></p>` : ""}</aside></div></div>`,
  );
}

export function stopPage(view: View, { token, isStopped }: { token: string; isStopped: boolean }): Html {
  const { t } = view;
  return guestPage(
    view,
    t("guests.stopTitle"),
    html`<div class="stack gap-5"><header class="stack gap-3"><h1>${t(isStopped ? "guests.stopped" : "guests.stopTitle")}</h1><p class="lede">${t(isStopped ? "guests.stoppedMore" : "guests.stopMore")}</p></header>
${isStopped ? html`<p><a href="/answers/${token}">${t("guests.toAnswer")}</a></p>` : html`<div>${postButton(`/answers/${token}/stop`, { words: t("guests.stop"), quiet: false })}</div>`}</div>`,
  );
}

/** Never indexed, never told to the page that a link leads to. */
export function guestPage(view: View, title: string, body: Html): Html {
  return page(view, { title, section: "events", unlisted: true }, body);
}

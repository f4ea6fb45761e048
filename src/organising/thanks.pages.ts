/** The letter of thanks: what it says, whether it goes, and when. */
import type { Event } from "../events/event.ts";
import { isBefore } from "../events/event.ts";
import type { FormState } from "../platform/http/form.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { notice } from "../ui/notice.ts";
import type { View } from "../ui/view.ts";
import { inParagraphs } from "./circular.parts.ts";
import { LONGEST_BODY } from "./circular.ts";
import { deskPage } from "./desk.parts.ts";
import type { DeskStanding } from "./duty.ts";
import { mayStillThank, thanksLeave, thanksUrl } from "./thanks.ts";
import type { Thanks } from "./thanks.ts";

export type ThanksProps = { event: Event; standing: DeskStanding; thanks: Thanks | null; people: number; state: FormState };

export function thanksPage(view: View, props: ThanksProps): Html {
  const { t } = view;
  const { event, standing, thanks } = props;
  const isOpen = !thanks?.leftAt && mayStillThank(event, view.now);
  return deskPage(
    view,
    { event, standing, title: t("afterwards.thanksLetter.title"), ...(isOpen ? { lede: t("afterwards.thanksLetter.lede") } : {}) },
    isOpen ? decide(view, props) : html`<div class="stack gap-5 form">${notice(thanks?.leftAt ? t("afterwards.thanksLetter.left", { when: times(view, event.zone).moment(thanks.leftAt), count: thanks.people ?? 0 }) : t("afterwards.thanksLetter.never"), { mark: thanks?.leftAt ? "check" : "info" })}${thanks?.leftAt ? html`<article class="panel prose" dir="auto">${inParagraphs(thanks.body)}</article>` : ""}</div>`,
  );
}

function decide(view: View, { event, thanks, people, state }: ThanksProps): Html {
  const { t } = view;
  const field = fields(view, state);
  const leaves = thanksLeave(event);
  const isDue = isBefore(leaves, view.now);
  const when = times(view, event.zone).moment(leaves);
  const goes = thanks?.goes ?? false;
  return html`${field.summary()}<div class="split"><form class="stack gap-5 form" method="post" action="${thanksUrl(event.id)}" novalidate>
${notice(goes ? t(isDue ? "afterwards.thanksLetter.goesNow" : "afterwards.thanksLetter.goes", { when }) : t(thanks ? "afterwards.thanksLetter.off" : "afterwards.thanksLetter.undecided"), { mark: goes ? "send" : "mail" })}
${field.area({ name: "body", label: t("circulars.body"), hint: t("afterwards.thanksLetter.bodyHint"), required: true, rows: 10, maxlength: LONGEST_BODY })}
<div class="row">${button({ words: t(goes ? "afterwards.thanksLetter.save" : isDue ? "afterwards.thanksLetter.sendNow" : "afterwards.thanksLetter.send", { when }), mark: goes ? "check" : "send", name: "do", value: "send" })}${button({ words: t(goes ? "afterwards.thanksLetter.switchOff" : "afterwards.thanksLetter.keep"), quiet: true, name: "do", value: "keep" })}</div>
</form>
<aside class="stack gap-3"><h2>${t("circulars.next")}</h2><p>${t("afterwards.thanksLetter.who", { count: people })}</p><p>${t("afterwards.thanksLetter.holds")}</p><p>${t("afterwards.thanksLetter.once")}</p></aside></div>`;
}

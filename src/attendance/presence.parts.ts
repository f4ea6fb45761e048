/** "Were you there?", beside what one had answered, and the three questions that follow a yes. */
import { linkButton, postButton } from "../ui/button.ts";
import type { Fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { hows, LONGEST_FEEDBACK } from "./presence.ts";
import type { OwnPresence } from "./presence.ts";

/** `to`: where the answer goes, and where the three questions are; null where they stand beside it. */
export function wereYouThere(view: View, { came, isHeard }: OwnPresence, to: { presence: string; feedback: string | null }): Html {
  const { t } = view;
  const say = (words: string, value: "yes" | "no") => postButton(to.presence, { words }, { came: value });
  const body =
    came === null
      ? html`<p>${t("afterwards.askMore")}</p><div class="row">${say(t("afterwards.wasThere"), "yes")}${say(t("afterwards.wasNot"), "no")}</div>`
      : html`<p>${t(came ? "afterwards.saidYes" : "afterwards.saidNo")}</p>
${came && !isHeard && to.feedback ? html`<p>${linkButton(to.feedback, { words: t("afterwards.howWasIt"), wide: true })}</p>` : ""}${came && isHeard ? html`<p class="small soft">${t("afterwards.heard")}</p>` : ""}
<div>${came ? say(t("afterwards.notAfterAll"), "no") : say(t("afterwards.thereAfterAll"), "yes")}</div>`;
  return html`<section class="stack panel" aria-labelledby="there"><h2 id="there">${t("afterwards.ask")}</h2>${body}</section>`;
}

export function feedbackFields({ t }: View, field: Fields): Html {
  return html`${field.choices({ name: "how", label: t("afterwards.howLabel"), required: true, options: hows.map((how) => ({ value: how, label: t(`afterwards.how.${how}`) })) })}
${field.area({ name: "keep", label: t("afterwards.keep"), rows: 3, maxlength: LONGEST_FEEDBACK })}
${field.area({ name: "change", label: t("afterwards.change"), rows: 3, maxlength: LONGEST_FEEDBACK })}`;
}

/** Who reads it, said beside the form. */
export function feedbackReaders({ t }: View): Html {
  return html`<div class="stack gap-3"><h2>${t("afterwards.whoReads")}</h2><p>${t("afterwards.readsOrganisers")}</p><p>${t("afterwards.readsNoName")}</p><p>${t("afterwards.readsFinal")}</p></div>`;
}

import { button, postButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { NOTE_LENGTH } from "./connection.ts";
import type { Standing } from "./connection.ts";
import { personUrl } from "./person.ts";

export type Pairing = {
  standing: Standing;
  /** What they wrote with their question */
  note: string | null;
  /** The viewer's own question, sent back */
  asking?: FormState;
};

/** Where two people stand, and what either may do about it. */
export function connectionBox(view: View, other: { id: string; name: string }, { standing, note, asking }: Pairing): Html {
  const { t } = view;
  const field = fields(view, asking);
  const name = html`<bdi>${other.name}</bdi>`;
  const about = t("people.connection.about", { name: other.name });
  const at = (what: string) => `${personUrl(other.id)}/connection${what}`;
  switch (standing) {
    case "none":
      return html`<p>${t("people.connection.none")}</p><form method="post" action="${at("")}" class="stack">${field.area({ name: "note", label: t("people.connection.note"), hint: t("people.connection.noteHint", { name: other.name }), rows: 2, maxlength: NOTE_LENGTH })}${button({ words: t("people.connection.ask"), about, mark: "user-plus" })}</form>`;
    case "asked":
      return html`<p><b>${t.html("people.connection.asked", { name })}</b></p><p>${t("people.connection.askedMore")}</p>${postButton(at("/withdrawal"), { words: t("people.connection.withdraw") })}`;
    case "asks":
      return html`<p><b>${t.html("people.connection.asks", { name })}</b></p>${noteWords(view, note)}<p>${t("people.connection.asksMore")}</p>${answerButtons(view, other)}`;
    case "connected":
      return html`<p><b>${t("people.connection.connected")}</b></p><p>${t("people.connection.connectedMore")}</p>${postButton(at("/end"), { words: t("people.connection.end"), about })}`;
  }
}

/** Somebody else's words, told from ours by their look and by what is said before them. */
export function noteWords({ t }: View, note: string | null): Html {
  return note ? html`<blockquote class="note" dir="auto"><span class="hush">${t("people.connection.theyWrite")} </span>${note}</blockquote>` : html``;
}

/** Yes and no to someone who asks. On a page that is about more, `back` is that page, and yes is not the one solid button. */
export function answerButtons(view: View, asker: { id: string; name: string }, back?: string): Html {
  const { t } = view;
  const about = t("people.connection.about", { name: asker.name });
  const at = (what: string) => `${personUrl(asker.id)}/connection/${what}`;
  const hidden = back === undefined ? {} : { back };
  return html`<div class="row">${postButton(at("acceptance"), { words: t("people.connection.accept"), about, quiet: back !== undefined }, hidden)}${postButton(at("refusal"), { words: t("people.connection.decline"), about }, hidden)}</div>`;
}

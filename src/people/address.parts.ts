import { button, postButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { FormState } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { tag } from "../ui/tag.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { MOST_ADDRESSES } from "./address.ts";
import type { Address } from "./address.ts";

/** Each address with what can be done with it, and the field for another one. */
export function addressesPart(view: View, addresses: readonly Address[], state?: FormState): Html {
  const { t } = view;
  const say = times(view);
  const isOnly = addresses.length === 1;
  const rows = addresses.map(({ id, address, since, isForLetters }) => {
    const path = `/settings/addresses/${id}`;
    const letters = isForLetters ? tag(t("people.address.letters"), "yes") : postButton(`${path}/letters`, { words: t("people.address.choose"), about: address });
    const removal = isOnly ? "" : postButton(`${path}/removal`, { words: t("people.address.remove"), about: address });
    return [
      html`<h3><bdi>${address}</bdi></h3>${since ? html`<p class="meta">${t("people.address.since", { when: say.date(since) })}</p>` : ""}`,
      html`<div class="row">${letters}${removal}</div>`,
    ];
  });
  const field = fields(view, state);
  return html`<div class="stack gap-5"><p class="prose">${t(isOnly ? "people.address.one" : "people.address.several")}</p>
${ruledList("pairs", rows)}
${addresses.length >= MOST_ADDRESSES ? html`<p class="soft">${t("people.address.enough", { most: MOST_ADDRESSES })}</p>` : html`<form class="stack panel form" method="post" action="/settings/addresses">
${field.email({ name: "address", label: t("people.address.another"), hint: t("people.address.anotherHint"), required: true, maxlength: 254 })}
<div>${button({ words: t("people.address.add"), mark: "mail", quiet: true })}</div></form>`}</div>`;
}

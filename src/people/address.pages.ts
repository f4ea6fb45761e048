import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { question } from "../ui/question.ts";
import type { View } from "../ui/view.ts";

/** Where the letter to a new address leads, for whoever asked for it. */
export function confirmAddressPage(view: View, { token, address }: { token: string; address: string }): Html {
  const { t } = view;
  return page(
    view,
    { title: t("people.address.confirmTitle"), unlisted: true },
    question({
      asked: t("people.address.confirmTitle"),
      words: t.html("people.address.confirm", { address: html`<b><bdi>${address}</bdi></b>` }),
      yes: { action: `/settings/addresses/${token}`, words: t("people.address.confirmYes") },
      no: { href: "/settings/sign-in", words: t("people.address.confirmNo") },
    }),
  );
}

import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { tag } from "../ui/tag.ts";
import type { View } from "../ui/view.ts";
import { PHOTO_WORDS } from "./wishes.ts";
import type { PhotoConsent } from "./wishes.ts";

/** For organisers, beside a name. Who has not said has no mark: silence is not consent. */
export function photoTag({ t }: View, consent: PhotoConsent | null): Html {
  return consent ? tag(t(PHOTO_WORDS[consent]), "plain", consent === "no" ? "camera-off" : "camera") : html``;
}

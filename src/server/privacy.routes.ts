import { showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { privacyPage } from "./privacy.pages.ts";

export function showPrivacy(c: Web): Response {
  return showPublic(c, privacyPage(c.var.view));
}

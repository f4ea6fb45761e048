import { show } from "../web.ts";
import type { Web } from "../web.ts";
import { signInHelpPage } from "./sign-in-help.pages.ts";

export function showSignInHelp(c: Web): Response {
  return show(c, signInHelpPage(c.var.view));
}

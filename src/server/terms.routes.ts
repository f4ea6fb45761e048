import { notFound, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { termsPage } from "./terms.pages.ts";

export function showTerms(c: Web): Response {
  const { terms } = c.var.house.server.settings;
  return terms ? showPublic(c, termsPage(c.var.view, terms)) : notFound(c);
}

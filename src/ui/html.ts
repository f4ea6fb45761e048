/** What pages are made of. `html` escapes every value; `raw` is only for what this house wrote or cleaned itself. */
import type { HtmlEscapedString } from "hono/utils/html";

export { html, raw } from "hono/html";
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * What people write, as safe HTML. No HTML of their own, no pictures, no tables (they would not fit a phone); links go
 * only to known schemes; headings go below those of the page; each paragraph runs in the direction of its own script.
 */
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { Recent } from "./recent.ts";
import markdownIt, { type MarkdownIt, type StateCore } from "markdown-it";

/** Forms refuse longer texts; what comes from elsewhere is cut here. In characters. */
export const longestText = 20_000;

/** For descriptions and notes: a line break alone does not break the line. */
export function markdown(text: string): HtmlEscapedString {
  return rendered.of(`prose ${text}`, () => raw(prose.render(bounded(text))));
}

/** For messages: lines stay as they were typed. */
export function chatMarkdown(text: string): HtmlEscapedString {
  return rendered.of(`talk ${text}`, () => raw(talk.render(bounded(text))));
}

/** The same words without any marking, on one line: for summaries, letters' subjects, previews. */
export function plainText(text: string, longest = 200): string {
  const words = prose
    .parse(bounded(text), {})
    .flatMap((token) => (token.type === "inline" ? (token.children ?? []) : [token]))
    .map((token) => (token.type === "softbreak" || token.type === "hardbreak" || token.nesting === -1 ? " " : isWords(token.type) ? token.content : ""))
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?])/g, "")
    .trim();
  if (words.length <= longest) return words;
  const space = words.lastIndexOf(" ", longest - 1);
  return `${words.slice(0, space > 0 ? space : longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** The same few texts are shown again and again: whoever opens an event's page reads the same words as the one before. */
const rendered = new Recent<HtmlEscapedString>(2_000_000);

function isWords(type: string): boolean {
  return type === "text" || type === "code_inline" || type === "code_block" || type === "fence";
}

function bounded(text: string): string {
  return text.length <= longestText ? text : text.slice(0, longestText);
}

const prose = reader(false);
const talk = reader(true).disable(["heading", "lheading"]); // a message is no chapter of the page that it stands on

function reader(breaks: boolean): MarkdownIt {
  const md = markdownIt({ html: false, linkify: true, breaks, maxNesting: 20 }).disable(["image", "table"]);
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  md.validateLink = (url) => /^(https?:|mailto:|tel:|\/|#)/i.test(url);
  md.core.ruler.push("of this house", ofThisHouse);
  return md;
}

const pageHeadings = 2;

function ofThisHouse(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === "heading_open" || token.type === "heading_close") {
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + pageHeadings)}`;
    }
    if (token.nesting === 1 && token.type !== "bullet_list_open" && token.type !== "ordered_list_open") {
      token.attrSet("dir", "auto");
    }
    for (const child of token.children ?? []) {
      if (child.type === "link_open") child.attrSet("rel", "nofollow ugc");
    }
  }
}

/**
 * From a key and its values to words. Most messages are plain or hold a few simple {values}; those are split once and
 * joined (0.1 us). Only plurals, choices and tags go through ICU's machinery.
 */
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { parse } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { english, type MessageKey } from "./catalogue.ts";
import { type Locale, isPseudo, formattingLocale } from "./locales.ts";
import { fence, pseudoElements, pseudoWords } from "./pseudo.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export type Values = Readonly<Record<string, string | number>>;
export type HtmlValues = Readonly<Record<string, string | number | Html | ((words: Html) => Html)>>;

export interface Translate {
  (key: MessageKey, values?: Values): string;
  /** As t(), for a page: strings are escaped, Html goes in as it is, `<link>words</link>` calls the value `link`. */
  html(key: MessageKey, values?: HtmlValues): Html;
}

/** One message, ready to be filled in: its pieces in order, each a literal or whatever a value turned into. */
type Filler = (values: Record<string, unknown>) => unknown[];

const translators = new Map<Locale, Translate>();

export function translator(locale: Locale): Translate {
  let found = translators.get(locale);
  if (!found) translators.set(locale, (found = makeTranslator(locale)));
  return found;
}

function makeTranslator(locale: Locale): Translate {
  const fillers = new Map<MessageKey, Filler>();

  function fill(key: MessageKey, values: Record<string, unknown>): unknown[] {
    let filler = fillers.get(key);
    if (!filler) fillers.set(key, (filler = prepare(english[key] ?? missing(key), locale)));
    return filler(values);
  }

  const t = ((key, values = {}) => fill(key, values).join("")) as Translate;
  t.html = (key, values = {}) => html`${fill(key, { b: strong, ...values })}`;
  return t;
}

function missing(key: string): never {
  throw new Error(`There is no message "${key}" in messages/en-GB`);
}

const strong = (words: unknown) => html`<b>${words}</b>`;

function prepare(message: string, locale: Locale): Filler {
  const pseudo = isPseudo(locale);
  if (pseudo) message = fence(message);
  if (needsIcu(message)) {
    const elements = parse(message);
    const format = new IntlMessageFormat(pseudo ? pseudoElements(elements) : elements, formattingLocale(locale));
    return (values) => format.formatToParts(values as never).map((part) => part.value);
  }
  const pieces = message.split(/\{\s*(\w+)\s*\}/);
  const literals = pieces.filter((_, i) => i % 2 === 0).map((words) => (pseudo ? pseudoWords(words) : words));
  const names = pieces.filter((_, i) => i % 2 === 1);
  return (values) => interleave(literals, names, values, message);
}

/** Arguments with a comma, tags, and apostrophes that ICU reads as quotes. */
function needsIcu(message: string): boolean {
  return /\{[^}]*,|<|'['{}]/.test(message);
}

function interleave(literals: string[], names: string[], values: Record<string, unknown>, message: string): unknown[] {
  const filled: unknown[] = [literals[0]];
  for (const [i, name] of names.entries()) {
    if (!(name in values)) throw new Error(`The message "${message}" needs a value for {${name}}`);
    filled.push(values[name], literals[i + 1]);
  }
  return filled;
}

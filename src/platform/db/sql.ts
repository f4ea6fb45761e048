/**
 * SQL as a value. A statement's text is assembled once for each place in the source, and its name is a hash of the text, so that PostgreSQL
 * plans it once a connection: an unnamed statement costs eight times more.
 */
import { createHash } from "node:crypto";

export type Sql = { readonly text: string; readonly name: string; readonly values: unknown[] };

/** A parameter for each `${}`; another `sql` value is woven in. Parameters come with their cast in the text where PostgreSQL cannot tell the type. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  if (!values.some(isSql)) {
    let known = plain.get(strings);
    if (!known) {
      known = named(strings.reduce((text, part, i) => `${text}$${i}${part}`));
      plain.set(strings, known);
    }
    return { text: known.text, name: known.name, values };
  }
  const params: unknown[] = [];
  let text = strings[0]!;
  for (const [i, value] of values.entries()) {
    if (isSql(value)) {
      text += value.text.replace(/\$(\d+)/g, (_, n: string) => `$${params.length + Number(n)}`);
      params.push(...value.values);
    } else {
      params.push(value);
      text += `$${params.length}`;
    }
    text += strings[i + 1];
  }
  let known = woven.get(text);
  if (!known) {
    known = named(text);
    woven.set(text, known);
  }
  return { text: known.text, name: known.name, values: params };
}

type Named = { text: string; name: string };

const plain = new WeakMap<TemplateStringsArray, Named>();
const woven = new Map<string, Named>();

function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && "text" in value && "name" in value && "values" in value;
}

function named(text: string): Named {
  return { text, name: createHash("sha256").update(text).digest("base64url").slice(0, 20) };
}

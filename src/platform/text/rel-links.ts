/**
 * The links of a stranger's HTML that carry a word in their rel, read in one pass: the page may be a megabyte made to be slow. What is inside
 * comments, scripts and the like is text and no link, as for a browser. Whatever cannot be read is passed over.
 */

/** What stands inside these is not markup. */
const RAW = new Set(["script", "style", "textarea", "title", "template", "noscript", "iframe", "xmp", "noembed", "noframes", "plaintext"]);
const LINKS = new Set(["a", "link", "area"]);

// Sticky, and each character can be read in one way only: no input makes them slow.
const NAME = /[a-z][a-z0-9-]*/iy;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

export function relLinks(page: string, rel: string): string[] {
  const found: string[] = [];
  const lower = page.replace(/[A-Z]/g, (letter) => letter.toLowerCase()); // not toLowerCase: that may change the length
  for (let at = page.indexOf("<"); at !== -1; at = page.indexOf("<", at)) {
    if (page.startsWith("<!--", at)) {
      const end = page.indexOf("-->", at + 4);
      if (end === -1) return found;
      at = end + 3;
      continue;
    }
    NAME.lastIndex = at + 1;
    const name = NAME.exec(lower)?.[0];
    if (!name) {
      at++;
      continue;
    }
    const { attributes, end } = attributesFrom(page, at + 1 + name.length);
    at = end;
    if (LINKS.has(name) && attributes.has("href") && words(attributes.get("rel") ?? "").includes(rel)) found.push(decoded(attributes.get("href")!).trim());
    if (!RAW.has(name)) continue;
    at = lower.indexOf(`</${name}`, at);
    if (at === -1) return found;
  }
  return found;
}

/** The first of a name counts. `end` always lies behind `from`'s tag name, so the reading goes on. */
function attributesFrom(page: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let end = from;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const match = ATTRIBUTE.exec(page);
    if (!match) return { attributes, end };
    end = ATTRIBUTE.lastIndex;
    const name = match[1]!.toLowerCase();
    if (!attributes.has(name)) attributes.set(name, match[2] ?? match[3] ?? match[4] ?? "");
  }
}

function words(text: string): string[] {
  return text.toLowerCase().split(/\s+/);
}

const NAMED: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()]!;
    const point = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

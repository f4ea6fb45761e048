/** A letter as parts, written out twice: as text and as HTML that old mail programs can show. */
export type LetterPart =
  | { p: string }
  | { heading: string }
  | { action: { label: string; url: string } }
  | { facts: [label: string, value: string][] }
  | { quote: string }
  /** Quieter than the letter, above its foot; bare addresses in it become links */
  | { note: string }
  | { small: string };

export type Composed = { text: string; html: string };

export function compose(parts: LetterPart[], { lang = "en-GB", dir = "ltr" } = {}): Composed {
  const body = parts.map(asHtml).join("\n");
  return {
    text: `${parts.map(asText).join("\n\n")}\n`,
    html: `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:24px;background:#f6f1e5;color:#1c2420;font:17px/1.5 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif"><div style="max-width:36em;margin:0 auto">\n${body}\n</div></body></html>`,
  };
}

function asText(part: LetterPart): string {
  if ("p" in part) return part.p;
  else if ("heading" in part) return part.heading;
  else if ("action" in part) return `${part.action.label}:\n${part.action.url}`;
  else if ("facts" in part) return part.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
  else if ("quote" in part) return part.quote.replace(/^/gm, "> ");
  else if ("note" in part) return part.note;
  else return `-- \n${part.small}`;
}

function asHtml(part: LetterPart): string {
  if ("p" in part) return `<p>${lines(part.p)}</p>`;
  else if ("heading" in part) return `<h1 style="font:600 26px/1.2 Besley,Rockwell,Georgia,serif">${lines(part.heading)}</h1>`;
  else if ("action" in part)
    return `<p><a href="${escape(part.action.url)}" style="display:inline-block;padding:12px 20px;background:#12503f;color:#fffdf7;border-radius:6px;font-weight:700;text-decoration:none">${escape(part.action.label)}</a></p>`;
  else if ("facts" in part)
    return `<table style="border-top:2px solid #1c2420;border-collapse:collapse;width:100%">${part.facts.map(([label, value]) => `<tr><td style="padding:8px 16px 8px 0;color:#535a52;vertical-align:top;border-bottom:1px solid #d8cfbc">${escape(label)}</td><td style="padding:8px 0;font-weight:700;border-bottom:1px solid #d8cfbc">${lines(value)}</td></tr>`).join("")}</table>`;
  else if ("quote" in part) return `<blockquote style="margin:16px 0;padding:8px 16px;border-left:4px solid #12503f">${lines(part.quote)}</blockquote>`;
  else if ("note" in part) return `<p style="font-size:14px;color:#535a52">${links(part.note)}</p>`;
  else return `<p style="font-size:14px;color:#535a52;border-top:1px solid #d8cfbc;padding-top:16px">${links(part.small)}</p>`;
}

function lines(text: string): string {
  return escape(text).replaceAll("\n", "<br>");
}

/** Bare addresses become links. */
function links(text: string): string {
  return lines(text).replace(/https?:\/\/[^\s<]+[^\s<.,]/g, (url) => `<a href="${url}" style="color:#12503f">${url}</a>`);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** What a browser would send of the form on this page. */
export function formIn(page: string): Record<string, string> {
  const form: Record<string, string> = {};
  const main = page.slice(page.indexOf("<form"));
  const unescape = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const name = tag.match(/ name="([^"]*)"/)?.[1];
    if (name && !(/type="(radio|checkbox)"/.test(tag) && !/ checked/.test(tag))) form[name] = unescape(tag.match(/ value="([^"]*)"/)?.[1] ?? "");
  }
  for (const [, name, text] of main.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)</g)) form[name!] = unescape(text!);
  for (const [, name, options] of main.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) form[name!] = unescape(options!.match(/value="([^"]*)" selected/)?.[1] ?? options!.match(/value="([^"]*)"/)![1]!);
  return form;
}

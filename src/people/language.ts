/** Languages that people speak, by their BCP 47 codes, as people write them. */

const CODES =
  "af am ar as az be bg bn bs ca cs cy da de el en eo es et eu fa fi fo fr fy ga gd gl gu gv ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ku kw ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no oc om or pa pl ps pt rm ro ru rw sa sc sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz vi wo xh yi yo yue zh zu".split(" ");

/** Sign languages, which Intl does not name in English. */
const SIGNED: Record<string, string[]> = {
  bfi: ["British Sign Language", "BSL"],
  isg: ["Irish Sign Language", "ISL"],
  ase: ["American Sign Language", "ASL"],
  asf: ["Auslan"],
  fsl: ["French Sign Language", "LSF"],
  gsg: ["German Sign Language", "DGS"],
};

/** "Polish" for pl. A code that we do not know is shown as it is. */
export function languageName(code: string, locale = "en-GB"): string {
  return SIGNED[code]?.[0] ?? namesIn(locale).of(code) ?? code;
}

/** The code for what someone wrote: the English name, the language's own name, or the code. */
export function languageCode(written: string): string | null {
  return (known ??= everyName()).get(fold(written)) ?? null;
}

/**
 * The language of a name, where its script leaves one (かな is Japanese) or the person's languages decide (美咲 is Japanese for a speaker of
 * Japanese, Chinese for a speaker of Chinese). It picks the right glyphs and the right voice. Null for alphabets, where it changes nothing.
 */
export function languageOfName(name: string, languages: readonly string[]): string | null {
  for (const [script, candidates] of SCRIPTS) {
    if (script.test(name)) return candidates.find((code) => languages.includes(code)) ?? candidates[0] ?? null;
  }
  return null;
}

const SCRIPTS: [RegExp, string[]][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ["ja"]],
  [/\p{Script=Hangul}/u, ["ko"]],
  [/\p{Script=Han}/u, ["ja", "zh", "yue"]],
  [/\p{Script=Arabic}/u, ["ar", "fa", "ur", "ps", "sd", "ug"]],
  [/\p{Script=Hebrew}/u, ["he", "yi"]],
  [/\p{Script=Devanagari}/u, ["hi", "mr", "ne"]],
  [/\p{Script=Thai}/u, ["th"]],
  [/\p{Script=Greek}/u, ["el"]],
];

const names = new Map<string, Intl.DisplayNames>();
let known: Map<string, string> | undefined;

function namesIn(locale: string): Intl.DisplayNames {
  let found = names.get(locale);
  if (!found) names.set(locale, (found = new Intl.DisplayNames(locale, { type: "language", fallback: "none" })));
  return found;
}

/** English names win over own names that happen to be spelt alike. */
function everyName(): Map<string, string> {
  const all = new Map<string, string>();
  const add = (name: string | undefined, code: string) => name && !all.has(fold(name)) && all.set(fold(name), code);
  for (const code of CODES) add(namesIn("en-GB").of(code), code);
  for (const [code, said] of Object.entries(SIGNED)) for (const name of said) add(name, code);
  for (const code of CODES) add(new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code), code);
  for (const code of [...CODES, ...Object.keys(SIGNED)]) add(code, code);
  return all;
}

function fold(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en").trim();
}

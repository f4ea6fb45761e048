/** "meet-up" never breaks after its hyphen in a heading: a word joiner holds it together. */
export function unbroken(heading: string): string {
  return heading.replace(/(meet)-(up)/gi, "$1-\u2060$2");
}

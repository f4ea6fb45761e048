/** Is a page valid HTML? */
import assert from "node:assert/strict";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Matters of style, where the house's differs
    "void-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "attr-quotes": ["error", { style: "double" }],
    "no-inline-style": "error",
    "long-title": "off",
    "no-implicit-button-type": "error",
    // A list whose markers are taken off is not read as a list by Safari unless it says so.
    "no-redundant-role": "off",
    // Our own policy allows scripts from here only; their names hold their hashes.
    "require-sri": "off",
    // Addresses and numbers in people's words
    "tel-non-breaking": "off",
    // The region in which a table scrolls is labelled, and focus goes to main and to a form's faults.
    "prefer-native-element": "off",
  },
});

/** Throws with each fault and the line that it is on. */
export function assertValid(page: string): void {
  const report = validator.validateStringSync(page);
  const rows = page.split("\n");
  const faults = report.results.flatMap((result) => result.messages.map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}\n    ${rows[fault.line - 1]?.slice(Math.max(0, fault.column - 80), fault.column + 120)}`));
  assert.equal(faults.length, 0, `${faults.length} faults:\n${faults.slice(0, 20).join("\n")}`);
}

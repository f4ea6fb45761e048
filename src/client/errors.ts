/** A form sent back with faults: read them first. */
export function focusOnErrors(): void {
  document.querySelector<HTMLElement>(".errors")?.focus();
}

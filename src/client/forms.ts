/** A form sent back with faults: read them first. */
export function focusOnErrors(): void {
  document.querySelector<HTMLElement>(".errors")?.focus();
}

const impatience = 5000; // ms; after that, or when one comes back by the Back button, a second press is meant

/** A second press on a slow line sends nothing. */
export function submitOnce(): void {
  const sent = new WeakSet<EventTarget>();
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (sent.has(form)) event.preventDefault();
    sent.add(form);
    setTimeout(() => sent.delete(form), impatience);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
}

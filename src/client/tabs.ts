/** On a phone the tabs scroll sideways: begin with the current one in sight. */
export function showCurrentTab(): void {
  document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}

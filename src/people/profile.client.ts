/** The sticker follows what is typed: the same look at it as the button's, a moment after the last key. */
const form = document.querySelector<HTMLFormElement>("form[data-draws=sticker]");
let waiting: ReturnType<typeof setTimeout> | undefined;
let latest = 0;

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void draw(form), 400);
});

/** While a field is wrong the sticker stays as it was; saving will say why. */
async function draw(form: HTMLFormElement): Promise<void> {
  const turn = ++latest;
  const body = new URLSearchParams(new FormData(form) as never);
  body.set("do", "look");
  const response = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (response?.status !== 200) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const drawn = page.getElementById("sticker");
  if (drawn && turn === latest) document.getElementById("sticker")!.replaceChildren(...drawn.childNodes);
}

/** A conversation that stays up to date while its page is looked at, and sends without leaving it. Without this, the page and its form do the same by loading. */

type News = { id: string; number: number; html: string; said: string | null };
type Sent = { id: string; html: string; once: string };

const place = document.querySelector<HTMLElement>("[data-stream]");
const form = document.querySelector<HTMLFormElement>("form[data-sends]");
if (place) listen(place);
if (form && place) sendInPlace(form, place);

/** Open only while somebody looks: a browser allows few connections to one server, and a hidden page needs none. */
function listen(place: HTMLElement): void {
  const url = new URL(place.dataset["stream"]!, location.href);
  let source: EventSource | null = null;
  const toggle = () => {
    source?.close();
    source = document.hidden ? null : new EventSource(url);
    source?.addEventListener("message", (event: MessageEvent<string>) => {
      url.searchParams.set("after", event.lastEventId);
      const news = JSON.parse(event.data) as News;
      put(place, news.id, news.html);
      if (news.said) announce(place, news.said);
      noteReading(place, news.number);
    });
  };
  document.addEventListener("visibilitychange", toggle);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && toggle());
  toggle();
}

/** Adds a message at the foot, or shows its new words in its place. Whoever is writing keeps the field under their hands. */
function put(place: HTMLElement, id: string, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  const bubble = template.content.firstElementChild!;
  const there = document.getElementById(id);
  const top = form?.getBoundingClientRect().top ?? Infinity;
  if (!there) place.querySelector(".chat")!.append(bubble);
  else if (there.outerHTML !== bubble.outerHTML) there.replaceWith(bubble);
  place.querySelector(".empty")?.remove();
  if (form && top > 0 && top < innerHeight) scrollBy({ top: form.getBoundingClientRect().top - top, behavior: "instant" });
}

let waiting: string[] = [];

/** Said once, after a breath, so that several that come together are read as one. */
function announce(place: HTMLElement, words: string): void {
  if (waiting.push(words) > 1) return;
  setTimeout(() => {
    place.querySelector("[role=status]")!.textContent = waiting.join("\n");
    waiting = [];
  }, 700);
}

let newest = 0;

function noteReading(place: HTMLElement, number: number): void {
  if (number <= newest) return;
  const first = newest === 0;
  newest = number;
  if (first || !timer) timer = setTimeout(() => tell(place), 1000);
}

let timer: ReturnType<typeof setTimeout> | undefined;

function tell(place: HTMLElement): void {
  timer = undefined;
  void fetch(place.dataset["reading"]!, { method: "POST", body: new URLSearchParams({ number: String(newest) }), keepalive: true }).catch(() => {});
}

function sendInPlace(form: HTMLFormElement, place: HTMLElement): void {
  const words = form.querySelector("textarea")!;
  const once = form.querySelector<HTMLInputElement>("[name=once]")!;
  let busy = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!busy) void send();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });

  async function send(): Promise<void> {
    busy = true;
    try {
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
      const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      if (answer.headers.get("content-type")?.startsWith("application/json")) {
        const sent = (await answer.json()) as Sent;
        put(place, sent.id, sent.html);
        words.value = "";
        once.value = sent.once;
        failed(null);
        words.focus({ preventScroll: true });
      } else {
        form.submit(); // something to put right: the page says what, with the words still there
      }
    } catch {
      failed(form.dataset["failed"]!);
    } finally {
      busy = false;
    }
  }

  function failed(sentence: string | null): void {
    form.querySelector("[role=alert]")?.remove();
    if (sentence === null) return;
    const line = document.createElement("p");
    line.role = "alert";
    line.className = "wrong";
    line.textContent = sentence;
    words.before(line);
  }
}

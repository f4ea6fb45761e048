/** Somebody at a browser of their own, with an inbox: what they do in words of what they see. */
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { ParsedMail } from "mailparser";
import type { Browser, Page } from "playwright-core";
import { linkIn } from "../letters.ts";
import type { PostOffice } from "../mail/post-office.ts";

export interface Visitor {
  name: string;
  address: string;
  tab: Page;
  /** Presses a button; the page that comes is there when this resolves. */
  press(button: string | RegExp): Promise<void>;
  follow(link: string | RegExp): Promise<void>;
  choose(radio: string | RegExp): Promise<void>;
  /** Fills in fields by their labels. */
  write(words: Record<string, string>): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
  /** Waits for the letter with this subject, or for the second one. */
  letter(subject: string | RegExp, time?: number): Promise<ParsedMail>;
  /** Opens where the letter's first link leads. */
  open(letter: ParsedMail): Promise<void>;
}

/** Milliseconds; a machine at work on other things may take its time. */
const patience = 60_000;

interface Place {
  browser: Browser;
  url: string;
  post: PostOffice;
  javaScript: boolean;
}

export async function visit(name: string, address: string, { browser, url, post, javaScript }: Place): Promise<Visitor> {
  const viewport = javaScript ? { width: 1024, height: 700 } : { width: 360, height: 640 }; // those who have no scripts have an old phone
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: javaScript, viewport, timezoneId: "Europe/London", locale: "en-GB" });
  context.setDefaultTimeout(patience);
  const tab = await context.newPage();
  return {
    name,
    address,
    tab,
    press: (button) => tab.getByRole("button", { name: button }).click(),
    follow: (link) => tab.getByRole("link", { name: link }).first().click(),
    choose: (radio) => tab.getByRole("radio", { name: radio }).check(),
    async write(words) {
      for (const [label, text] of Object.entries(words)) {
        const needed = tab.getByLabel(label, { exact: true });
        await needed.or(tab.getByLabel(`${label} (optional)`, { exact: true })).fill(text);
      }
    },
    sees: (words) => tab.getByText(words).first().waitFor(),
    letter: (subject, time = 1) => letterTo(post, address, subject, time),
    async open({ text }) {
      await tab.goto(linkIn(text!));
    },
  };
}

async function letterTo(post: PostOffice, address: string, subject: string | RegExp, time: number): Promise<ParsedMail> {
  const until = performance.now() + patience;
  const mine: ParsedMail[] = [];
  for (let looked = 0; ; await sleep(50)) {
    for (; looked < post.delivered.length; looked++) if (post.delivered[looked]!.to === address) mine.push(await post.parsed(looked));
    const fitting = mine.filter((mail) => (typeof subject === "string" ? mail.subject === subject : subject.test(mail.subject ?? "")));
    if (fitting.length >= time) return fitting[time - 1]!;
    assert.ok(performance.now() < until, `${address} got no letter “${subject}”, only ${mine.map((mail) => mail.subject).join("; ") || "none"}`);
  }
}

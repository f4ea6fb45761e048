import { code, type Coded } from "./code.ts";
import { html, type Html } from "./html.ts";
import { unbroken } from "./words.ts";

export interface Row {
  /** "Thu 9 July" and "17:30" in the event's own zone, and the instant for machines */
  readonly day: string;
  readonly clock: string;
  readonly at: Temporal.Instant;
  /** `clock` is a date that counts no more */
  readonly isGone?: boolean;
  readonly title: string;
  /** The title with what was looked for in it */
  readonly shown?: Html;
  readonly href: string;
  /** Whose event it is */
  readonly codes: readonly Coded[];
  /** More small words after the codes: how it meets, how many come */
  readonly meta?: readonly (string | Html)[];
  /** A tag or a button */
  readonly status?: Html | null;
  /** A line under the row */
  readonly more?: string | Html | null;
}

/** Events in order of time: when, what, your state. */
export function timetable(rows: readonly Row[]): Html {
  return html`<ol class="timetable">${rows.map((row) => html`<li>${when(row)}${what(row)}<div>${row.status ?? ""}</div></li>`)}</ol>`;
}

/** Any other list with the timetable's rules: `roles` has three columns, `pairs` two. */
export function ruledList(variant: "roles" | "pairs", rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<ul class="timetable ${variant}">${rows.map((cells) => html`<li>${cells.map((cell) => html`<div>${cell}</div>`)}</li>`)}</ul>`;
}

export function when(row: Row): Html {
  return html`<div class="when"><b>${row.day}</b> ${row.isGone ? html`<s>${row.clock}</s>` : html`<time datetime="${row.at.toString()}">${row.clock}</time>`}</div>`;
}

export function what(row: Row): Html {
  return html`<div class="what"><h3><a href="${row.href}"><bdi>${row.shown ?? unbroken(row.title)}</bdi></a></h3><p class="meta"><span>${spaced(row.codes.map(code))}</span>${row.meta?.map((words) => html` <span>${words}</span>`)}</p>${row.more ? html`<p class="soft">${row.more}</p>` : ""}</div>`;
}

function spaced(marks: Html[]): Html[] {
  return marks.map((mark) => html`${mark} `);
}

import { html, type Html } from "./html.ts";
import { unbroken } from "./words.ts";
import { icon, type IconName } from "./icon.ts";

export interface Task {
  /** An icon's name, or a face */
  readonly mark: IconName | Html;
  readonly title: string | Html;
  readonly href?: string | null;
  readonly words?: string | Html | null;
  readonly small?: string | Html | null;
  /** A tag at the end */
  readonly status?: Html | null;
}

/** To-dos and conversations: a mark, then words. */
export function tasks(rows: readonly Task[]): Html {
  const titled = (title: string | Html) => (typeof title === "string" ? unbroken(title) : title);
  return html`<ul class="tasks">${rows.map(
    (row) => html`<li>${typeof row.mark === "string" ? icon(row.mark as IconName) : row.mark}<div><h3>${row.href ? html`<a href="${row.href}">${titled(row.title)}</a>` : titled(row.title)}</h3>${row.words ? html`<p>${row.words}</p>` : ""}${row.small ? html`<p class="small soft">${row.small}</p>` : ""}</div>${row.status ? html`<span>${row.status}</span>` : ""}</li>`,
  )}</ul>`;
}

import { codeAnd, type Coded } from "./code.ts";
import { html, type Html } from "./html.ts";
import { what, when, type Row } from "./timetable.ts";

/** A network that has a rail of its own in the strip */
export interface Rail extends Coded {
  readonly name: string;
}

/** A timetable over several networks: a rail for each, a station where it stops, joined where they share an event. */
export function strip(rails: readonly Rail[], rows: readonly Row[]): Html {
  return html`<ul class="row small key">${rails.map((rail) => html`<li>${codeAnd(rail, rail.name)}</li>`)}</ul>
<ol class="timetable strip">${rows.map((row) => stop(rails, row))}</ol>`;
}

function stop(rails: readonly Rail[], row: Row): Html {
  return html`<li class="stop">${when(row)}${drawRails(rails, row)}${what({ ...row, more: null })}<div>${row.status ?? ""}</div>${row.more ? html`<div class="more"><p class="soft">${row.more}</p></div>` : ""}</li>`;
}

/** Rails that are next to each other join; a shared event on rails apart has a station on each. */
function drawRails(rails: readonly Rail[], row: Row): Html {
  const stops = rails.map((rail) => row.codes.some((shared) => shared.code === rail.code));
  return html`<div class="rails" aria-hidden="true">${rails.map((rail, i) => {
    const kind = !stops[i] ? "" : stops[i + 1] && !stops[i - 1] ? "at join" : "at";
    return html`<span data-line="${rail.line}"${kind ? html` class="${kind}"` : ""}></span>`;
  })}</div>`;
}

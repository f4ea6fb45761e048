/**
 * Form fields bound to what was typed and what is wrong with it. A form sent back holds everything still, shows a
 * summary of its faults first, and each fault at its field. In order: label, hint, fault, control.
 */
import { html, type Html } from "./html.ts";
import type { View } from "./view.ts";

export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** By the name of the field; a sentence that says how to put it right */
  readonly errors: Readonly<Record<string, string>>;
}

export const blankForm: FormState = { values: {}, errors: {} };

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | Html | null;
  readonly required?: boolean;
  /** Without "(optional)", where the hint or the words around say it */
  readonly unmarked?: boolean;
}

interface TextField extends Field {
  readonly type?: "text" | "email" | "url" | "tel" | "number" | "search" | "date" | "time";
  readonly autocomplete?: string;
  readonly maxlength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
  /** Names and handles run their own way, whatever the page does */
  readonly dir?: "auto" | "ltr";
}

export interface Choice {
  readonly value: string;
  readonly label: string | Html;
  readonly hint?: string | Html | null;
}

export interface Fields {
  /** The faults, first in the page's main part; nothing when there are none. */
  summary(): Html;
  text(field: TextField): Html;
  email(field: TextField): Html;
  area(field: Field & { rows?: number; maxlength?: number }): Html;
  select(field: Field & { options: readonly { value: string; label: string }[] }): Html;
  /** A date and a time side by side, named `nameDate` (2026-07-09) and `nameTime` (17:30); a fault stands at `name`. */
  moment(field: Field & { min?: string }): Html;
  /** One box to tick; its value is "yes". */
  check(field: Field): Html;
  /** One of several; with `many` any number of them. */
  choices(field: Field & { options: readonly Choice[]; many?: boolean; hideLabel?: boolean }): Html;
  file(field: Field & { accept?: string }): Html;
  hidden(name: string, value?: string): Html;
}

/** `prefix` keeps the ids apart when a page has two forms with fields of the same name. */
export function fields(view: View, state: FormState = blankForm, prefix = ""): Fields {
  const typed = (name: string): string => [state.values[name] ?? ""].flat()[0] ?? "";
  const chosen = (name: string): readonly string[] => [state.values[name] ?? []].flat();
  const id = (name: string) => prefix + name;

  /** What a control says of itself: its id, name, and where its hint and fault stand. */
  function wiring(field: Field): Html {
    const notes = [field.hint && `${id(field.name)}-hint`, state.errors[field.name] && `${id(field.name)}-error`].filter(Boolean);
    return html`${notes.length ? html` aria-describedby="${notes.join(" ")}"` : ""}${state.errors[field.name] ? html` aria-invalid="true"` : ""}${field.required ? html` required` : ""}`;
  }

  function notes(field: Field): Html {
    const error = state.errors[field.name];
    return html`${field.hint ? html`<span class="hint" id="${id(field.name)}-hint">${field.hint}</span>` : ""}${error ? html`<span class="wrong" id="${id(field.name)}-error">${error}</span>` : ""}`;
  }

  function labelled(field: Field, control: Html): Html {
    return html`<div class="field"><label for="${id(field.name)}">${field.label}${optional(field)}</label>${notes(field)}${control}</div>`;
  }

  function optional(field: Field): Html {
    return field.required || field.unmarked ? html`` : html` <span class="soft">${view.t("ui.optional")}</span>`;
  }

  function text(field: TextField): Html {
    return labelled(
      field,
      html`<input id="${id(field.name)}" name="${field.name}" type="${field.type ?? "text"}" value="${typed(field.name)}"${attribute("autocomplete", field.autocomplete)}${attribute("maxlength", field.maxlength)}${attribute("min", field.min)}${attribute("max", field.max)}${attribute("dir", field.dir)}${wiring(field)}>`,
    );
  }

  return {
    text,
    email: (field) => text({ type: "email", autocomplete: "email", dir: "ltr", ...field }),
    summary: () => summary(view, state, id),
    area: (field) =>
      labelled(
        field,
        // The line break after the tag is the one that HTML swallows; without it a leading blank line is lost.
        html`<textarea id="${id(field.name)}" name="${field.name}" rows="${field.rows ?? 4}" dir="auto"${attribute("maxlength", field.maxlength)}${wiring(field)}>
${typed(field.name)}</textarea>`,
      ),
    select: (field) =>
      labelled(
        field,
        html`<select id="${id(field.name)}" name="${field.name}"${wiring(field)}>${field.options.map(
          (option) => html`<option value="${option.value}"${option.value === typed(field.name) ? html` selected` : ""}>${option.label}</option>`,
        )}</select>`,
      ),
    moment: (field) => {
      const half = (part: "Date" | "Time", type: "date" | "time", label: string) =>
        html`<span class="half"><label class="hint" for="${id(field.name + part)}">${label}</label><input id="${id(field.name + part)}" name="${field.name}${part}" type="${type}" value="${typed(field.name + part)}"${type === "date" ? attribute("min", field.min) : ""}${wiring(field)}></span>`;
      return html`<fieldset class="field moment" id="${id(field.name)}"><legend>${field.label}${optional(field)}</legend>${notes(field)}<div class="row">${half("Date", "date", view.t("ui.date"))}${half("Time", "time", view.t("ui.time"))}</div></fieldset>`;
    },
    check: (field) =>
      html`<div class="choices">${state.errors[field.name] ? html`<span class="wrong" id="${id(field.name)}-error">${state.errors[field.name]}</span>` : ""}<label><input id="${id(field.name)}" type="checkbox" name="${field.name}" value="yes"${typed(field.name) === "yes" ? html` checked` : ""}${wiring({ ...field, hint: null })}><span>${field.label}${field.hint ? html`<small>${field.hint}</small>` : ""}</span></label></div>`,
    choices: (field) =>
      html`<fieldset class="choices" id="${id(field.name)}"${wiring({ ...field, required: false })} tabindex="-1"><legend${field.hideLabel ? html` class="hush"` : ""}>${field.label}</legend>${notes(field)}${field.options.map(
        (option) => html`<label><input type="${field.many ? "checkbox" : "radio"}" name="${field.name}" value="${option.value}"${chosen(field.name).includes(option.value) ? html` checked` : ""}${field.required && !field.many ? html` required` : ""}><span>${option.label}${option.hint ? html`<small>${option.hint}</small>` : ""}</span></label>`,
      )}</fieldset>`,
    file: (field) =>
      labelled(field, html`<input id="${id(field.name)}" name="${field.name}" type="file"${attribute("accept", field.accept)}${wiring(field)}>`),
    hidden: (name, value) => html`<input type="hidden" name="${name}" value="${value ?? typed(name)}">`,
  };
}

function attribute(name: string, value: string | number | undefined): Html {
  return value === undefined ? html`` : html` ${name}="${value}"`;
}

function summary(view: View, state: FormState, id: (name: string) => string): Html {
  const faults = Object.entries(state.errors);
  if (faults.length === 0) return html``;
  return html`<div class="errors stack gap-2" role="alert" tabindex="-1"><h2>${view.t("ui.errors.title", { count: faults.length })}</h2><ul role="list">${faults.map(
    ([name, words]) => html`<li>${name === "form" ? html`<b>${words}</b>` : html`<a href="#${id(name)}">${words}</a>`}</li>`,
  )}</ul><p class="small soft">${view.t("ui.errors.kept")}</p></div>`;
}

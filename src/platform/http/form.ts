/** Reads a form within limits, checks it with a zod schema, and keeps what was typed for when it must be sent back. */
import type { Context } from "hono";
import type { z } from "zod";
import { english } from "../i18n/catalogue.ts";
import type { MessageKey } from "../i18n/catalogue.ts";
import type { Translate } from "../i18n/translate.ts";

export type FormState = { values: Record<string, string | string[]>; errors: Record<string, string> };

export type Parsed<T> = { ok: true; value: T; state: FormState } | { ok: false; state: FormState };

/** The body as strings; a field that came several times is a list. Bodies over the app's limit never get here. */
export async function formValues(c: Context): Promise<Record<string, string | string[]>> {
  const body = await c.req.parseBody({ all: true });
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (Array.isArray(value)) values[name] = value.filter((each) => typeof each === "string").map(tidy);
    else if (typeof value === "string") values[name] = tidy(value);
  }
  return values;
}

/** The schema's messages are message keys (`z.string().min(1, "people.nameMissing")`); the first one of a field counts. */
export async function parseForm<T>(c: Context, schema: z.ZodType<T>, t: Translate): Promise<Parsed<T>> {
  return checkForm(await formValues(c), schema, t);
}

export function checkForm<T>(values: Record<string, string | string[]>, schema: z.ZodType<T>, t: Translate): Parsed<T> {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data, state: { values, errors: {} } };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? "form")] ??= sentence(issue.message, t);
  return { ok: false, state: { values, errors } };
}

/** A fault that has no words of its own yet still says something a person can use. */
function sentence(message: string, t: Translate): string {
  return t(message in english ? (message as MessageKey) : "errors.field");
}

/** NFC, no control characters but line breaks, which become \n; PostgreSQL refuses NUL. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .trim();
}

/** Reads a form within limits, checks it with a zod schema, and keeps what was typed for when it must be sent back. */
import type { Context } from "hono";
import type { z } from "zod";
import { english } from "../i18n/catalogue.ts";
import type { MessageKey } from "../i18n/catalogue.ts";
import type { Translate } from "../i18n/translate.ts";

export type FormState = { values: Record<string, string | string[]>; errors: Record<string, string> };

export type Parsed<T> = { ok: true; value: T; state: FormState } | { ok: false; state: FormState };

/** More than any page of ours sends; a body of half a million empty fields would keep everybody else waiting. */
const MOST_FIELDS = 10_000;

/** The body as strings; a field that came several times is a list. Bodies over the app's limit never get here; what is no form holds nothing. */
export async function formValues(c: Context): Promise<Record<string, string | string[]>> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of await fieldsOf(c)) {
    if (typeof value !== "string") continue;
    const before = values.get(name);
    if (before === undefined) values.set(name, tidy(value));
    else if (Array.isArray(before)) before.push(tidy(value));
    else values.set(name, [before, tidy(value)]);
  }
  return Object.fromEntries(values);
}

async function fieldsOf(c: Context): Promise<Iterable<[string, unknown]>> {
  const type = c.req.header("content-type") ?? "";
  if (type.startsWith("application/x-www-form-urlencoded")) return new URLSearchParams((await c.req.text()).split("&", MOST_FIELDS).join("&"));
  if (type.startsWith("multipart/form-data")) return c.req.formData().catch(() => []);
  return [];
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

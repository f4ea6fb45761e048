/** What every page is given besides its own props: who looks, in which language and zone, and when it is. */
import type { Assets } from "../platform/http/assets.ts";
import { defaultLocale, direction, type Locale } from "../platform/i18n/locales.ts";
import { translator, type Translate } from "../platform/i18n/translate.ts";

/** Organisations choose one of five lines; its colour never stands without their three-letter code. */
export type Line = 1 | 2 | 3 | 4 | 5;

export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly line: Line;
  readonly photo?: string | null;
  readonly isAdministrator: boolean;
}

/** What those who run the server say of it. */
export interface Site {
  readonly name: string;
  readonly baseUrl: string;
  /** Beneath the masthead */
  readonly line?: Line | null;
  /** Where one reaches those who run it */
  readonly contact?: string | null;
  readonly hasTerms?: boolean;
  /** Said above every page, for a while */
  readonly banners?: readonly string[];
}

export interface View {
  readonly me: Me | null;
  readonly t: Translate;
  readonly locale: Locale;
  readonly dir: "ltr" | "rtl";
  /** IANA name, such as "Europe/London" */
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** Of the request, without the query */
  readonly path: string;
  readonly site: Site;
  readonly assets: Pick<Assets, "url">;
  /** One sentence about what just happened, shown once at the head of the page */
  readonly notice: string | null;
}

export function makeView(facts: Omit<View, "t" | "locale" | "dir" | "notice"> & { locale?: Locale; notice?: string | null }): View {
  const locale = facts.locale ?? defaultLocale;
  return { ...facts, locale, dir: direction(locale), t: translator(locale), notice: facts.notice ?? null };
}

/**
 * Dates, times, lists and numbers as pages say them: "Thursday 9 July", "17:30 to 21:00", "in two days", "A, B and C".
 * A time is said in the zone of the place: an event's own, or else the viewer's.
 */
import { formattingLocale, type Locale } from "./locales.ts";
import type { Translate } from "./translate.ts";

export interface Times {
  /** "Thursday 9 July"; with the year when that is not this year. */
  day(at: Temporal.Instant): string;
  /** "Thu 9 July" */
  shortDay(at: Temporal.Instant): string;
  /** "9 July" */
  date(on: Temporal.PlainDate | Temporal.Instant): string;
  /** "July 2027" */
  month(on: Temporal.PlainDate): string;
  /** "July" */
  monthName(on: Temporal.PlainDate): string;
  /** "17:30" */
  clock(at: Temporal.Instant): string;
  /** "17:30 to 21:00"; over midnight, "Thu 9 July, 22:00 to Fri 10 July, 06:00" */
  span(from: Temporal.Instant, until: Temporal.Instant): string;
  /** "Thursday 9 July, 17:30" */
  moment(at: Temporal.Instant): string;
  /** For what just happened: "Today, 09:40", "Yesterday, 18:05", "Friday 3 July" */
  recently(at: Temporal.Instant): string;
  /** "today", "tomorrow", "in two days", "three days ago": by calendar days, not by 24 hours */
  away(at: Temporal.Instant): string;
  /** "A, B and C" */
  list(items: readonly string[]): string;
  /** "4,812" */
  number(value: number): string;
  /** "Europe/London" as its short name at that moment: "BST" */
  zoneName(at: Temporal.Instant): string;
}

export interface Setting {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly t: Translate;
}

/** The same page asks many times: what was made for it is kept for as long as it is. */
export function times(setting: Setting, zone: string = setting.zone): Times {
  let made = known.get(setting);
  if (!made) known.set(setting, (made = new Map()));
  let found = made.get(zone);
  if (!found) made.set(zone, (found = makeTimes(setting, zone)));
  return found;
}

const known = new WeakMap<Setting, Map<string, Times>>();

function makeTimes(setting: Setting, zone: string): Times {
  const { locale, now, t } = setting;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const say = (options: Intl.DateTimeFormatOptions, at: Temporal.Instant) => said(locale, zone, options, at);
  const withYear = (options: Dated, on: Temporal.PlainDate) => (on.year === today.year ? options.thisYear : options.anotherYear);

  const day = (at: Temporal.Instant) => say(withYear(longDay, dateOf(at)), at);
  const shortDay = (at: Temporal.Instant) => say(withYear(briefDay, dateOf(at)), at);
  const clock = (at: Temporal.Instant) => say(hourAndMinute, at);
  const moment = (at: Temporal.Instant) => `${day(at)}, ${clock(at)}`;

  return {
    day,
    shortDay,
    clock,
    moment,
    date(on) {
      const plain = on instanceof Temporal.Instant ? dateOf(on) : on;
      return said(locale, "UTC", withYear(dayAndMonth, plain), noon(plain));
    },
    monthName: (on) => said(locale, "UTC", monthAlone, noon(on)),
    month: (on) => said(locale, "UTC", monthAndYear, noon(on)),
    span(from, until) {
      if (dateOf(from).equals(dateOf(until))) {
        return t("ui.span", { from: clock(from), until: clock(until) });
      } else {
        return t("ui.span", {
          from: `${shortDay(from)}, ${clock(from)}`,
          until: `${shortDay(until)}, ${clock(until)}`,
        });
      }
    },
    recently(at) {
      const days = daysFrom(dateOf(at), today);
      if (days === 0) return t("ui.momentToday", { time: clock(at) });
      else if (days === 1) return t("ui.momentYesterday", { time: clock(at) });
      else return day(at);
    },
    away(at) {
      const days = daysFrom(today, dateOf(at));
      return days >= 0 ? t("ui.inDays", { days }) : t("ui.daysAgo", { days: -days });
    },
    list: (items) => listOf(locale).format(items),
    number: (value) => numberOf(locale).format(value),
    zoneName(at) {
      const parts = formatOf(locale, zone, zoneShort).format.formatToParts(at.epochMilliseconds);
      return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
    },
  };
}

type Dated = { thisYear: Intl.DateTimeFormatOptions; anotherYear: Intl.DateTimeFormatOptions };

const dated = (thisYear: Intl.DateTimeFormatOptions): Dated => ({ thisYear, anotherYear: { ...thisYear, year: "numeric" } });

const longDay = dated({ weekday: "long", day: "numeric", month: "long" });
const briefDay = dated({ weekday: "short", day: "numeric", month: "long" });
const dayAndMonth = dated({ day: "numeric", month: "long" });
const monthAlone = { month: "long" } as const;
const monthAndYear = { month: "long", year: "numeric" } as const;
const hourAndMinute = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

const zoneShort = { timeZoneName: "short" } as const;

function noon(on: Temporal.PlainDate): Temporal.Instant {
  return on.toZonedDateTime({ timeZone: "UTC", plainTime: "12:00" }).toInstant();
}

function daysFrom(start: Temporal.PlainDate, end: Temporal.PlainDate): number {
  return start.until(end, { largestUnit: "days" }).days;
}

/** British dates go without the comma that ICU puts after the weekday when there is a year. */
function said(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions, at: Temporal.Instant): string {
  const { format, words } = formatOf(locale, zone, options);
  let found = words.get(at.epochMilliseconds);
  if (found === undefined) {
    const plain = format.format(at.epochMilliseconds);
    found = formattingLocale(locale) === "en-GB" ? plain.replace(",", "") : plain;
    if (words.size >= MOST_WORDS) words.clear();
    words.set(at.epochMilliseconds, found);
  }
  return found;
}

// An Intl formatter costs 30 us to make and 1 us to use; the same few moments are said again and again.
type Format = { format: Intl.DateTimeFormat; words: Map<number, string> };

const MOST_WORDS = 1000;
const formats = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Format>>();

function formatOf(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Format {
  let byPlace = formats.get(options);
  if (!byPlace) formats.set(options, (byPlace = new Map()));
  const key = `${locale} ${zone}`;
  let found = byPlace.get(key);
  if (!found) byPlace.set(key, (found = { format: new Intl.DateTimeFormat(formattingLocale(locale), { ...options, timeZone: zone }), words: new Map() }));
  return found;
}

const lists = new Map<Locale, Intl.ListFormat>();

function listOf(locale: Locale): Intl.ListFormat {
  let found = lists.get(locale);
  if (!found) lists.set(locale, (found = new Intl.ListFormat(formattingLocale(locale), { type: "conjunction" })));
  return found;
}

const numbers = new Map<Locale, Intl.NumberFormat>();

function numberOf(locale: Locale): Intl.NumberFormat {
  let found = numbers.get(locale);
  if (!found) numbers.set(locale, (found = new Intl.NumberFormat(formattingLocale(locale))));
  return found;
}

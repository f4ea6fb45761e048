/** A person's data as files that other programs can open: one of everything, and the parts that people look for by name. */
import { strToU8, zipSync } from "fflate";
import { ics } from "../calendar/ics.ts";
import { csvLine, BOM } from "../organisations/export.ts";
import { vcard } from "../people/vcard.ts";
import type { Everything } from "./takeaway.sql.ts";

export type Site = { name: string; baseUrl: string };

/** `readMe` is the text that explains the rest; `photo` the picture on their sticker. */
export function takeawayFiles(everything: NonNullable<Everything>, site: Site, readMe: string, photo: Uint8Array | null): Record<string, string | Uint8Array> {
  const { profile, addresses, memberships, answers, messages, connections } = everything;
  return {
    "read-me.txt": readMe.replaceAll("\n", "\r\n"),
    "everything.json": `${JSON.stringify(everything, null, 2)}\n`,
    ...(photo ? { "photo.webp": photo } : {}),
    "answers.csv": table(answers, ["event", "host", "startsAt", "answer", "from", "until", "isOnline", "guests", "isUnlisted", "answeredAt"]),
    "messages.csv": table(messages, ["event", "sentAt", "editedAt", "body"]),
    "memberships.csv": table(memberships, ["organisation", "unit", "from", "until", "source"]),
    "people-i-know.csv": table(connections, ["name", "handle", "since", "askedAt"]),
    "evenings.ics": ics(...answers.filter(isInCalendar).map((answer) => entry(answer, site))),
    "me.vcf": vcard({
      name: profile.name,
      latinName: profile.latinName,
      pronouns: profile.pronouns,
      handle: profile.knownBy,
      organisation: profile.employer,
      area: profile.homeArea,
      languages: profile.languages,
      note: profile.about,
      addresses: addresses.map(({ address }) => address),
    }),
    "people-i-know.vcf": connections.filter(({ since }) => since).map(({ name, handle }) => vcard({ name, handle })).join(""),
  };
}

export function zipped(files: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text])), { level: 6 });
}

function table<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row & string)[]): string {
  const cells = rows.map((row) => columns.map((column) => (row[column] === null ? null : String(row[column]))));
  return BOM + [[...columns], ...cells].map(csvLine).join("");
}

type Answer = NonNullable<Everything>["answers"][number];

function isInCalendar({ answer }: Answer): boolean {
  return answer !== "not_going";
}

function entry(answer: Answer, site: Site) {
  const { hostname } = new URL(site.baseUrl);
  return {
    uid: `${answer.eventId}@${hostname}`,
    sequence: answer.sequence,
    title: answer.event,
    startsAt: answer.from ?? answer.startsAt,
    endsAt: answer.until ?? answer.endsAt,
    createdAt: answer.createdAt,
    updatedAt: answer.updatedAt,
    location: answer.place,
    description: answer.host,
    url: `${site.baseUrl}/events/${answer.eventId}`,
    status: answer.cancelledAt ? ("cancelled" as const) : answer.answer === "going" ? ("confirmed" as const) : ("tentative" as const),
  };
}

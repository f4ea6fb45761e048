/** "Who may see and answer", in the form in which organisers write an event. */
import { audiences, namesFor, placesFor } from "../organisations/event-audience.ts";
import type { Fields } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";

export function sightFields({ t }: View, field: Fields): Html {
  return html`${field.choices({ name: "audience", label: t("events.audience"), required: true, options: audiences.map((value) => ({ value, label: t(AUDIENCE[value]), hint: t(AUDIENCE_MORE[value]) })) })}
${field.choices({ name: "namesFor", label: t("events.namesFor"), hint: t("events.namesForHint"), required: true, options: namesFor.map((value) => ({ value, label: t(NAMES[value]) })) })}
${field.select({ name: "counts", label: t("events.counts"), required: true, options: [{ value: "open", label: t("events.countsOpen") }, { value: "names", label: t("events.countsNames") }] })}
${field.select({ name: "placeFor", label: t("events.placeFor"), hint: t("events.placeForHint"), required: true, options: placesFor.map((value) => ({ value, label: t(PLACE[value]) })) })}`;
}

export const AUDIENCE = { everyone: "events.audienceEveryone", unlisted: "events.audienceUnlisted", members: "events.audienceMembers", invited: "events.audienceInvited" } as const;
const AUDIENCE_MORE = { everyone: "events.audienceEveryoneMore", unlisted: "events.audienceUnlistedMore", members: "events.audienceMembersMore", invited: "events.audienceInvitedMore" } as const;
const NAMES = { everyone: "events.namesForEveryone", members: "events.namesForMembers", coming: "events.namesForComing", organisers: "events.namesForOrganisers" } as const;
const PLACE = { everyone: "events.placeForEveryone", coming: "events.placeForComing" } as const;

/** What happens next: one table from a change to the jobs that it makes necessary. */
import type { ChangeKind } from "./platform/changes/change.ts";
import type { changeById } from "./platform/changes/change.sql.ts";
import type { Payload } from "./platform/jobs/enqueue.ts";
import type { Row } from "./platform/db/columns.ts";

export type Recorded = Row<(typeof changeById)["columns"]>;

export type Consequence = { task: string; payload: (change: Recorded) => Payload;
  /** What the job is about, where several changes make one job necessary; each has its own otherwise. */
  onceFor?: (change: Recorded) => string;
  /** Waits until there was no further one for some minutes (EDITS_WAIT). */
  settles?: true;
};

export const consequences: Partial<Record<ChangeKind, Consequence[]>> = {
  "administrator.appointed": [{ task: "tell-of-administrator", payload: ({ id, personId }) => ({ changeId: id, personId }) }],
  "account.leaving": [{ task: "tell-of-leaving", payload: ({ id, personId }) => ({ changeId: id, personId }) }],
  "conduct.contact-named": [{ task: "tell-of-contact", payload: ({ id }) => ({ changeId: id }) }],
  "circular.written": [{ task: "send-circular", payload: ({ about }) => ({ circularId: about["circularId"] as string }) }],
  "duty.given": [{ task: "tell-of-duty", payload: ({ id }) => ({ changeId: id }) }],
  "event.cancelled": [{ task: "tell-of-change", payload: ({ id }) => ({ changeId: id }) }],
  "event.changed": [
    { task: "settle-changes", payload: ({ eventId }) => ({ eventId }), onceFor: ({ eventId }) => eventId!, settles: true },
    { task: "promote-waiting", payload: ({ eventId }) => ({ eventId }) },
  ],
  "event.host-accepted": [
    { task: "tell-of-hosting", payload: ({ id }) => ({ changeId: id }) },
    { task: "announce-event", payload: ({ eventId, unitId }) => ({ eventId, unitId }) },
  ],
  "event.host-asked": [{ task: "tell-of-hosting", payload: ({ id }) => ({ changeId: id }) }],
  "event.host-declined": [{ task: "tell-of-hosting", payload: ({ id }) => ({ changeId: id }) }],
  "event.host-ended": [{ task: "tell-of-hosting", payload: ({ id }) => ({ changeId: id }) }],
  "event.opened": [{ task: "announce-event", payload: ({ eventId }) => ({ eventId }) }],
  "event.postponed": [{ task: "tell-of-change", payload: ({ id }) => ({ changeId: id }) }],
  "event.published": [{ task: "announce-event", payload: ({ eventId }) => ({ eventId }) }],
  "join-request.made": [{ task: "tell-of-request", payload: ({ unitId }) => ({ unitId }) }],
  "join-request.accepted": [{ task: "tell-of-answer", payload: ({ about }) => ({ requestId: about["requestId"] as string }) }],
  "join-request.declined": [{ task: "tell-of-answer", payload: ({ about }) => ({ requestId: about["requestId"] as string }) }],
  "organiser.started": [{ task: "tell-of-organising", payload: ({ id, by, unitId, personId }) => ({ changeId: id, unitId, personId, own: by === personId }) }],
  "organisation.asked": [{ task: "tell-of-founding", payload: () => ({}) }],
  "registration.asked": [{ task: "tell-of-registration", payload: () => ({}) }],
  "report.made": [{ task: "tell-of-report", payload: ({ about }) => ({ reportId: about["reportId"] as string }) }],
  "report.settled": [{ task: "tell-reporter", payload: ({ about }) => ({ reportId: about["reportId"] as string }) }],
  "rsvp.agreed": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.changed": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.declined": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.given": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.lapsed": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.moved": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.offered": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "rsvp.promoted": [{ task: "confirm-answer", payload: ({ id }) => ({ changeId: id }) }],
  "server.announced": [{ task: "tell-everyone", payload: ({ about }) => ({ announcementId: about["announcementId"] as string }) }],
  "thanks.left": [{ task: "send-thanks", payload: ({ eventId }) => ({ eventId }) }],
  "welcoming.answered": [{ task: "tell-of-welcoming", payload: ({ id }) => ({ changeId: id }) }],
  "welcoming.asked": [{ task: "tell-of-welcoming", payload: ({ id }) => ({ changeId: id }) }],
  "welcoming.ended": [{ task: "tell-of-welcoming", payload: ({ id }) => ({ changeId: id }) }],
  "sanction.answered": [{ task: "tell-of-appeal-answer", payload: ({ about }) => ({ sanctionId: about["sanctionId"] as string }) }],
  "sanction.appealed": [{ task: "tell-of-appeal", payload: ({ about }) => ({ sanctionId: about["sanctionId"] as string }) }],
  "sanction.renewed": [
    { task: "carry-out-sanction", payload: ({ about }) => ({ sanctionId: about["sanctionId"] as string }) },
    { task: "tell-of-kept-bar", payload: ({ about }) => ({ sanctionId: about["sanctionId"] as string }) },
  ],
  "sanction.set": [{ task: "carry-out-sanction", payload: ({ about }) => ({ sanctionId: about["sanctionId"] as string }) }],
};

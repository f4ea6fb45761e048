/** What happens next: one table from a change to the jobs that it makes necessary. */
import type { ChangeKind } from "./platform/changes/change.ts";
import type { changeById } from "./platform/changes/change.sql.ts";
import type { Payload } from "./platform/jobs/enqueue.ts";
import type { Row } from "./platform/db/columns.ts";

export type Recorded = Row<(typeof changeById)["columns"]>;

export type Consequence = { task: string; payload: (change: Recorded) => Payload };

export const consequences: Partial<Record<ChangeKind, Consequence[]>> = {
  "passkey.added": [{ task: "tell-of-passkey", payload: ({ about }) => ({ passkeyId: about["passkeyId"] as string }) }],
};

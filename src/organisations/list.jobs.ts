import type { House } from "../house.ts";
import { writeListInvitations } from "./list.actions.ts";

export async function inviteListedJob(house: House, { unitId, by }: Record<string, unknown>): Promise<void> {
  await writeListInvitations(house, unitId as string, by as string | null);
}

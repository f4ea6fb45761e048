import type { House } from "../house.ts";
import { forgetFriends, learnFriends } from "./friend.sql.ts";

const REMEMBERED_DAYS = 730;

/** Every night, all of it anew: who left, and what was called off, is forgotten with it. */
export async function learnFriendsJob({ db, clock }: House): Promise<void> {
  await db.transaction(async (tx) => {
    await forgetFriends.run(tx);
    await learnFriends.run(tx, clock.now().subtract({ hours: 24 * REMEMBERED_DAYS }));
  });
}

import type { House } from "../house.ts";
import { DAYS_AFTER } from "./need.ts";
import { forgetSayings } from "./question.sql.ts";

/** What was answered to organisers' questions, four weeks after the event. */
export async function forgetSayingsJob({ db, clock }: House): Promise<void> {
  await forgetSayings.run(db, clock.now().subtract({ hours: 24 * DAYS_AFTER }));
}

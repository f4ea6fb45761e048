/** The background work of the product, by the names under which it is queued. */
import { tellEveryone, tellThese } from "./admin/announcement.jobs.ts";
import { backUpWhenDue } from "./admin/backup.jobs.ts";
import { tellOfAdministrator, tellOfFounding, tellOfRegistration } from "./admin/waiting.jobs.ts";
import { forgetAnswerEntries } from "./attendance/answer-link.jobs.ts";
import { askGuestsAfterwards } from "./attendance/guest-afterwards.jobs.ts";
import { forgetSayingsJob } from "./attendance/question.jobs.ts";
import { forgetNeedsJob, tellOfNeed, tellOfNeedAnswer } from "./attendance/need.jobs.ts";
import { confirmAnswer, promoteAfterChange, remindUndecided } from "./attendance/answer.jobs.ts";
import { settleOffersEverywhere } from "./attendance/giving.actions.ts";
import { consequences } from "./consequences.ts";
import { settleChanges, tellOfChange, writeChangeLetters } from "./events/event.jobs.ts";
import { tellOfHosting } from "./events/host.jobs.ts";
import type { House } from "./house.ts";
import { tellOfContact } from "./organisations/conduct.jobs.ts";
import { checkImportJob, forgetUploadsJob, undoImportJob, writeImportJob } from "./organisations/import.jobs.ts";
import { eraseUnclaimedJob } from "./organisations/unclaimed.jobs.ts";
import { inviteListedJob } from "./organisations/list.jobs.ts";
import { changeById } from "./platform/changes/change.sql.ts";
import { announceEvent, announceTo, weeklyLetters, writeWeeklyLetters } from "./notifications/announcement.jobs.ts";
import { forgetAttempts } from "./platform/http/rate.sql.ts";
import { enqueue } from "./platform/jobs/enqueue.ts";
import { startWorker } from "./platform/jobs/worker.ts";
import type { Tasks, Worker } from "./platform/jobs/worker.ts";
import { log, withoutSecrets } from "./platform/log.ts";
import { sendLetter, sendLettersLeft } from "./platform/mail/letter.jobs.ts";
import { giveTurns } from "./platform/mail/turns.jobs.ts";
import { openSmtp } from "./platform/mail/smtp.ts";
import type { Smtp } from "./platform/mail/smtp.ts";
import { lookAgain, lookAtHandle } from "./people/handle-proof.jobs.ts";
import { forgetSpentEntries } from "./people/people.jobs.ts";
import { tellOfAnswer, tellOfOrganising, tellOfRequest } from "./organisations/joining.jobs.ts";
import { eraseThoseWhoLeft, tellOfLeaving } from "./leaving/leaving.jobs.ts";
import { tellOfReport, tellReporter } from "./safety/report.jobs.ts";
import { carryOutSanction, endSanctions, forgetRemovedWords, tellOfAppeal, tellOfAppealAnswer, tellOfKeptBar } from "./safety/sanction.jobs.ts";
import { sendCircular, writeCircularLetters } from "./organising/circular.jobs.ts";
import { tellOfDuty } from "./organising/duty.jobs.ts";
import { sendThanks, thankThoseWhoCame, writeThanks } from "./organising/thanks.jobs.ts";
import { tellOfWelcoming } from "./organising/welcoming.jobs.ts";
import { schedule } from "./schedule.ts";
import { learnFriendsJob } from "./organisations/friend.jobs.ts";
import { learnWordsJob } from "./search/words.jobs.ts";

/** A job of the product: the house, then what it was queued with. */
export type Job = (house: House, payload: Record<string, unknown>) => Promise<void>;

const jobs: Record<string, Job> = {
  "announce-event": announceEvent,
  "announce-to": announceTo,
  "settle-changes": settleChanges,
  "tell-of-change": tellOfChange,
  "tell-of-hosting": tellOfHosting,
  "weekly-letters": weeklyLetters,
  "write-change-letters": writeChangeLetters,
  "write-weekly-letters": writeWeeklyLetters,
  "confirm-answer": confirmAnswer,
  "promote-waiting": promoteAfterChange,
  "remind-undecided": remindUndecided,
  "settle-offers": settleOffersEverywhere,
  "check-import": checkImportJob,
  "write-import": writeImportJob,
  "undo-import": undoImportJob,
  "forget-uploads": forgetUploadsJob,
  "learn-words": learnWordsJob,
  "learn-friends": learnFriendsJob,
  "invite-listed": inviteListedJob,
  "erase-unclaimed": eraseUnclaimedJob,
  consequences: followUp,
  "back-up": backUpWhenDue,
  "tell-everyone": tellEveryone,
  "tell-these": tellThese,
  "tell-of-administrator": tellOfAdministrator,
  "tell-of-founding": tellOfFounding,
  "tell-of-registration": tellOfRegistration,
  "tell-of-answer": tellOfAnswer,
  "tell-of-organising": tellOfOrganising,
  "tell-of-request": tellOfRequest,
  "tell-of-report": tellOfReport,
  "tell-reporter": tellReporter,
  "tell-of-appeal": tellOfAppeal,
  "tell-of-appeal-answer": tellOfAppealAnswer,
  "tell-of-kept-bar": tellOfKeptBar,
  "carry-out-sanction": carryOutSanction,
  "end-sanctions": endSanctions,
  "forget-removed-words": forgetRemovedWords,
  "tell-of-need": tellOfNeed,
  "tell-of-need-answer": tellOfNeedAnswer,
  "forget-needs": forgetNeedsJob,
  "ask-guests-afterwards": askGuestsAfterwards,
  "forget-question-answers": forgetSayingsJob,
  "tell-of-contact": tellOfContact,
  "send-circular": sendCircular,
  "write-circular-letters": writeCircularLetters,
  "tell-of-duty": tellOfDuty,
  "tell-of-welcoming": tellOfWelcoming,
  "thank-those-who-came": thankThoseWhoCame,
  "send-thanks": sendThanks,
  "write-thanks": writeThanks,
  "forget-answer-entries": forgetAnswerEntries,
  "forget-spent-entries": forgetSpentEntries,
  "look-at-handle": lookAtHandle,
  "look-at-handles": lookAgain,
  "tell-of-leaving": tellOfLeaving,
  "erase-those-who-left": eraseThoseWhoLeft,
  "send-letters-left": (house) => sendLettersLeft(house.db),
  "forget-attempts": async (house) => {
    await forgetAttempts.run(house.db, house.clock.now().subtract({ hours: 48 }));
  },
};

/** Every task as graphile-worker calls it. Tests run single ones through here too. */
export function tasksOf(house: House, smtp: Smtp | null): Tasks {
  const tasks: Tasks = {
    "send-letter": ({ letterId }) => sendLetter(house.db, smtp, letterId as string),
    "give-turns": () => giveTurns(house.db, smtp ? house.config.lettersAMinute : null),
  };
  for (const [name, job] of Object.entries(jobs)) tasks[name] = (payload) => job(house, payload ?? {});
  return tasks;
}

export async function startWork(house: House): Promise<Worker> {
  const { smtpUrl, mailFrom, dkim } = house.config;
  const smtp = smtpUrl ? openSmtp({ smtpUrl, from: mailFrom, dkim: dkim ?? null }) : null;
  const worker = await startWorker(house.db, house.db.connection, tasksOf(house, smtp), schedule, (task, error) =>
    log.warn("job failed, it will be tried again", { task, error: withoutSecrets((error as Error).message) }),
  );
  return {
    async stop() {
      await worker.stop();
      smtp?.close();
    },
  };
}

/** Queues what follows from a change. The key holds the change's id, so that doing this twice queues once. */
async function followUp(house: House, { changeId }: Record<string, unknown>): Promise<void> {
  const change = await changeById.maybe(house.db, changeId as string);
  if (!change) return;
  await house.db.transaction(async (tx) => {
    for (const { task, payload, onceFor, settles } of consequences[change.kind] ?? []) {
      const wait = settles ? { runAt: change.at.add({ minutes: house.config.editsWait }) } : {};
      await enqueue(tx, task, payload(change), { key: `${task}:${onceFor?.(change) ?? change.id}`, ...wait });
    }
  });
}

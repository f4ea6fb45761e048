import { done, forPeople, notFound, show } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { placeWords } from "../platform/backup/place.ts";
import { withoutPassword } from "../platform/config.ts";
import { isId } from "../platform/ids.ts";
import { freeDisk, freeMemory } from "../platform/machine.ts";
import { times } from "../platform/i18n/times.ts";
import { tryAgain } from "../platform/mail/letter.jobs.ts";
import { lastBackup, lastDrill } from "./backup.sql.ts";
import { backupFindings, diskFinding, jobFinding, memoryFinding, settingFindings, workerFinding } from "./finding.ts";
import { overviewPage } from "./admin.pages.ts";
import { letterPage, outboxPage } from "./outbox.pages.ts";
import { countAwaiting } from "../platform/mail/turns.sql.ts";
import { minutesFor } from "../platform/mail/turns.ts";
import { letterCounts, letterInFull, lettersIn } from "./outbox.sql.ts";
import { letterStates } from "./outbox.ts";
import { overview } from "./overview.sql.ts";
import { storage } from "./storage.ts";
import { tableSizes } from "./storage.sql.ts";

const PAGE_LENGTH = 50;

/** For everyone else there is nothing here, not even a "no". */
export function forAdministrators(handle: (c: Web, viewer: Viewer) => Response | Promise<Response>): Handler {
  return forPeople((c, viewer) => (viewer.isAdministrator ? handle(c, viewer) : notFound(c)));
}

export const showOverview = forAdministrators(async (c) => {
  const { db, clock, config } = c.var.house;
  const [numbers, letters, backup, drill, tables] = await Promise.all([overview.one(db.slow, clock.now()), letterCounts.one(db.slow), lastBackup.maybe(db), lastDrill.maybe(db), tableSizes.many(db.slow)]);
  const drilledAt = drill?.drilledAt ?? null;
  const backups = { backup, backupPlace: placeWords(config.backupTo), backupsOff: config.backupEvery === null, drilledAt };
  const disk = freeDisk(config.dataFolder);
  const findings = [
    workerFinding(numbers.workers),
    memoryFinding(freeMemory()),
    ...(disk === null ? [] : [diskFinding(disk)]),
    ...settingFindings(config),
    ...backupFindings(config, { last: backup, drilledAt }, clock.now(), (at) => times(c.var.view).date(at)),
    jobFinding(numbers.jobsGivenUp),
  ];
  const place = { mailServer: config.smtpUrl ? withoutPassword(config.smtpUrl) : null, address: config.baseUrl };
  return show(c, overviewPage(c.var.view, { ...numbers, ...backups, ...place, letters, findings, storage: storage(tables) }));
});

export const showOutbox = forAdministrators(async (c) => {
  const { db, config } = c.var.house;
  const state = letterStates.find((one) => one === c.req.query("state")) ?? null;
  const before = isId(c.req.query("before")) ? c.req.query("before")! : null;
  const [letters, counts, { all: awaiting }] = await Promise.all([lettersIn.many(db.slow, state, before, PAGE_LENGTH + 1), letterCounts.one(db.slow), countAwaiting.one(db.slow, null)]);
  const page = letters.slice(0, PAGE_LENGTH);
  const older = letters.length > PAGE_LENGTH ? `/admin/letters?${state ? `state=${state}&` : ""}before=${page.at(-1)!.id}` : null;
  return show(c, outboxPage(c.var.view, { letters: page, counts, state, older, isNewest: before === null, hasMailServer: config.smtpUrl !== undefined, awaiting: { count: awaiting, minutes: minutesFor(awaiting, config.lettersAMinute) } }));
});

export const showLetter = forAdministrators(async (c) => {
  const id = c.req.param("id");
  const letter = isId(id) ? await letterInFull.maybe(c.var.house.db, id) : null;
  return letter ? show(c, letterPage(c.var.view, letter, c.var.house.config.smtpUrl !== undefined)) : notFound(c);
});

export const postRetry = forAdministrators(async (c) => {
  const id = c.req.param("id");
  const letter = isId(id) ? await letterInFull.maybe(c.var.house.db, id) : null;
  if (!letter) return notFound(c);
  const queued = await tryAgain(c.var.house.db, letter.id);
  return done(c, `/admin/letters/${letter.id}`, queued ? "admin.willTry" : "admin.wasSent");
});

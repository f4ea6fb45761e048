/** What is as it should be with a server and what somebody should look at: the same for `branchline doctor` and for the administrators' overview. */
import { placeWords } from "../platform/backup/place.ts";
import { withoutPassword } from "../platform/config.ts";
import type { Config } from "../platform/config.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import type { Values } from "../platform/i18n/translate.ts";
import { DRILL_DAYS, isLate } from "./backup.ts";

export type Finding = { readonly well: boolean; readonly key: MessageKey; readonly values?: Values };

const GIGABYTE = 1_000_000_000;
const gigabytes = (bytes: number) => (bytes / GIGABYTE).toFixed(1);

export function memoryFinding(freeBytes: number): Finding {
  const well = freeBytes > 0.3 * GIGABYTE;
  return { well, key: well ? "admin.finding.memory" : "admin.finding.memoryLow", values: { free: gigabytes(freeBytes) } };
}

export function diskFinding(freeBytes: number): Finding {
  const well = freeBytes > GIGABYTE;
  return { well, key: well ? "admin.finding.disk" : "admin.finding.diskLow", values: { free: gigabytes(freeBytes) } };
}

export function settingFindings({ baseUrl, smtpUrl, dkim, tls, trustProxy }: Config): Finding[] {
  const secure = baseUrl.startsWith("https:");
  const reached = secure || new URL(baseUrl).hostname === "localhost";
  const served = !secure || tls !== undefined || trustProxy;
  return [
    { well: reached, key: reached ? "admin.finding.address" : "admin.finding.addressInsecure", values: { address: baseUrl } },
    { well: served, key: tls ? "admin.finding.ownCertificate" : served ? "admin.finding.proxy" : "admin.finding.nobodyServes" },
    smtpUrl === undefined ? { well: false, key: "admin.finding.noMail" } : { well: true, key: dkim ? "admin.finding.mailSigned" : "admin.finding.mail", values: { server: withoutPassword(smtpUrl) } },
  ];
}

type Backups = { last: { startedAt: Temporal.Instant; finishedAt: Temporal.Instant | null } | null; drilledAt: Temporal.Instant | null };

/** `day` says a moment as its reader is used to. */
export function backupFindings(config: Config, { last, drilledAt }: Backups, now: Temporal.Instant, day: (at: Temporal.Instant) => string): Finding[] {
  const place = placeWords(config.backupTo);
  const late = isLate(config.backupEvery, last?.finishedAt ?? null, now);
  const isOld = drilledAt !== null && now.since(drilledAt).total("hours") > DRILL_DAYS * 24;
  return [
    last
      ? { well: !late, key: late ? "admin.finding.backupLate" : "admin.finding.backup", values: { day: day(last.startedAt), place } }
      : { well: true, key: config.backupEvery === null ? "admin.finding.backupOff" : "admin.finding.backupNone", values: { place } },
    drilledAt ? { well: !isOld, key: isOld ? "admin.finding.drillOld" : "admin.finding.drill", values: { day: day(drilledAt) } } : { well: true, key: "admin.finding.drillNone" },
  ];
}

/** Jobs that have been tried for the last time: what they should have done is not done. */
export function jobFinding(givenUp: number): Finding {
  return givenUp > 0 ? { well: false, key: "admin.finding.jobsGivenUp", values: { count: givenUp } } : { well: true, key: "admin.finding.jobs" };
}

/** For a server that is running; `doctor` may well be asked while it is not. */
export function workerFinding(workers: number): Finding {
  return workers > 0 ? { well: true, key: "admin.workersRunning", values: { count: workers } } : { well: false, key: "admin.workersNone" };
}

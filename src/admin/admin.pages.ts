import { factList, facts } from "../ui/facts.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { tabs } from "../ui/tabs.ts";
import type { View } from "../ui/view.ts";
import { times } from "../platform/i18n/times.ts";
import { letterFacts } from "./outbox.parts.ts";
import type { Finding } from "./finding.ts";
import type { LetterCounts } from "./outbox.sql.ts";
import type { Holding } from "./storage.ts";

export type Overview = {
  people: number;
  imported: number;
  organisations: number;
  units: number;
  meetUps: number;
  messages: number;
  workers: number;
  jobsWaiting: number;
  jobsTrying: number;
  jobsGivenUp: number;
  databaseVersion: string;
  databaseBytes: number;
  letters: LetterCounts;
  /** Without its password; null where none is set. */
  mailServer: string | null;
  address: string;
  backup: { startedAt: Temporal.Instant; bytes: number | null } | null;
  backupPlace: string;
  /** None is made by itself. */
  backupsOff: boolean;
  drilledAt: Temporal.Instant | null;
  findings: readonly Finding[];
  storage: readonly { holding: Holding; bytes: number }[];
};

export function overviewPage(view: View, it: Overview): Html {
  const { t } = view;
  const { number } = times(view);
  return adminPage(
    view,
    t("admin.title"),
    "/admin",
    html`${section("look", t("admin.look"), toLookAt(view, it.findings))}
${section(
      "now",
      t("admin.how"),
      facts(
        [
          { term: t("admin.people"), words: number(it.people), more: t("admin.peopleMore"), big: true },
          ...(it.imported > 0 ? [{ term: t("admin.imported"), words: number(it.imported), more: t("admin.importedMore"), big: true }] : []),
          { term: t("admin.organisations"), words: number(it.organisations), more: t("admin.organisationsMore", { units: it.units }), big: true },
          { term: t("admin.meetups"), words: number(it.meetUps), more: t("admin.meetupsMore"), big: true },
          { term: t("admin.messages"), words: number(it.messages), more: t("admin.messagesMore"), big: true },
        ],
        "numbers",
      ),
    )}
${section("letters", t("admin.letters"), html`<div class="stack">${letterFacts(view, it.letters)}<p class="soft">${it.mailServer ? t("admin.mailThrough", { server: it.mailServer }) : t("admin.mailNone")}</p></div>`, { link: { href: "/admin/letters", words: t("admin.openOutbox") } })}
${section(
  "engine",
  t("admin.engine"),
  factList([
    { term: t("admin.address"), words: it.address },
    { term: t("admin.database"), words: t("admin.databaseWords", { version: it.databaseVersion, size: bytes(view, it.databaseBytes) }) },
    { term: t("admin.workers"), words: it.workers > 0 ? t("admin.workersRunning", { count: it.workers }) : t("admin.workersNobody") },
    { term: t("admin.jobs"), words: jobWords(view, it) },
    { term: t("admin.backup"), words: backupWords(view, it) },
    { term: t("admin.drill"), words: it.drilledAt ? t("admin.drillLast", { when: times(view).date(it.drilledAt) }) : t("admin.drillNone") },
  ]),
  { link: { href: "/admin/jobs", words: t("admin.jobs.failed") } },
)}
${section("storage", t("admin.storage"), factList(it.storage.map(({ holding, bytes: taken }) => ({ term: t(`admin.storage.${holding}`), words: bytes(view, taken) }))), { aside: t("admin.storage.all", { size: bytes(view, it.databaseBytes) }) })}`,
  );
}

/** Only what is not well; that is also what `doctor` says. */
function toLookAt(view: View, findings: readonly Finding[]): Html {
  const { t } = view;
  const wrong = findings.filter(({ well }) => !well);
  if (wrong.length === 0) return notice(t("admin.lookWell"), { more: t("admin.lookWellMore"), mark: "check" });
  return html`<div class="stack">${wrong.map(({ key, values }) => notice(t(key, values), { mark: "circle-alert" }))}<p class="small soft">${t("admin.lookMore")}</p></div>`;
}

/** The frame of these pages: title, tabs, and the rest in sections. */
export function adminPage(view: View, title: string, current: string, body: Html): Html {
  const { t } = view;
  const links = [
    { href: "/admin", words: t("admin.overview") },
    { href: "/admin/people", words: t("admin.people") },
    { href: "/admin/organisations", words: t("admin.organisations") },
    { href: "/admin/announcements", words: t("admin.announcements") },
    { href: "/admin/letters", words: t("admin.letters") },
    { href: "/admin/jobs", words: t("admin.jobs") },
    { href: "/admin/log", words: t("admin.log") },
    { href: "/admin/settings", words: t("admin.settings") },
  ];
  return page(
    view,
    { title, unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>${t("admin.title")}</h1><p class="lede">${t("admin.lede")}</p>${tabs(t("admin.tabs"), links, current)}</header>
${body}
</div>`,
  );
}

function jobWords(view: View, { jobsWaiting, jobsTrying, jobsGivenUp }: Overview): string {
  const said = [
    ...(jobsWaiting > 0 ? [view.t("admin.jobsWaiting", { count: jobsWaiting })] : []),
    ...(jobsTrying > 0 ? [view.t("admin.jobsTrying", { count: jobsTrying })] : []),
    ...(jobsGivenUp > 0 ? [view.t("admin.jobsGivenUp", { count: jobsGivenUp })] : []),
  ];
  return said.length > 0 ? said.join(". ") : view.t("admin.jobsNone");
}

function backupWords(view: View, { backup, backupPlace, backupsOff }: Overview): string {
  if (backup) return view.t("admin.backupLast", { when: times(view).recently(backup.startedAt), size: bytes(view, backup.bytes ?? 0), place: backupPlace });
  else return view.t(backupsOff ? "admin.backupOff" : "admin.backupNone");
}

function bytes(view: View, count: number): string {
  const { number } = times(view);
  const [unit, size] = count < 1024 ** 2 ? ["kB", 1024] : count < 1024 ** 3 ? ["MB", 1024 ** 2] : ["GB", 1024 ** 3];
  return `${number(unit === "GB" ? Math.round((count / size) * 10) / 10 : Math.round(count / size))} ${unit}`;
}

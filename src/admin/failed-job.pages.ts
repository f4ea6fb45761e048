import { linkButton, postButton } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { question } from "../ui/question.ts";
import { section } from "../ui/section.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { english } from "../platform/i18n/catalogue.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { withoutSecrets } from "../platform/log.ts";
import { adminPage } from "./admin.pages.ts";
import type { FailedCounts, FailedJob } from "./failed-job.sql.ts";

const MOST_WORDS = 300;

export function failedJobsPage(view: View, { jobs, counts }: { jobs: readonly FailedJob[]; counts: FailedCounts }): Html {
  const { t } = view;
  const all = counts.givenUp + counts.tryAgain;
  const [givenUp, again] = [jobs.filter((job) => job.isGivenUp), jobs.filter((job) => !job.isGivenUp)];
  const list = (id: string, heading: MessageKey, more: MessageKey, some: readonly FailedJob[], count: number) =>
    some.length === 0 ? "" : section(id, t(heading), html`<div class="stack"><p class="soft prose">${t(more)}</p>${ruledList("pairs", some.map((job) => row(view, job)))}</div>`, { count });
  return adminPage(
    view,
    t("admin.jobs"),
    "/admin/jobs",
    all === 0
      ? section("failed", t("admin.jobs.failed"), empty(t("admin.jobs.none"), t("admin.jobs.noneMore")))
      : html`${list("given-up", "admin.jobs.givenUp", "admin.jobs.givenUpMore", givenUp, counts.givenUp)}
${list("again", "admin.jobs.again", "admin.jobs.againMore", again, counts.tryAgain)}
${section("all", t("admin.jobs.all", { count: all }), html`<div class="stack">${jobs.length < all ? html`<p class="soft">${t("admin.jobs.shown", { count: jobs.length })}</p>` : ""}<div class="row">${postButton("/admin/jobs/retry", { words: t("admin.jobs.retryAll"), quiet: false })}${counts.others > 0 ? linkButton("/admin/jobs/drop", { words: t("admin.jobs.dropAll"), quiet: true }) : ""}</div></div>`)}`,
  );
}

/** `job`: only this one; null: all that can be dropped. */
export function dropPage(view: View, { job, count }: { job: FailedJob | null; count: number }): Html {
  const { t } = view;
  return page(
    view,
    { title: t("admin.jobs.dropAll"), unlisted: true, crumbs: [{ words: t("admin.title"), href: "/admin" }, { words: t("admin.jobs"), href: "/admin/jobs" }] },
    question({
      asked: job ? t("admin.jobs.dropAsked", { job: taskWords(view, job.task) }) : t("admin.jobs.dropAllAsked", { count }),
      words: t(job ? "admin.jobs.dropWords" : "admin.jobs.dropAllWords"),
      yes: { action: "/admin/jobs/drop", words: t(job ? "admin.jobs.drop" : "admin.jobs.dropAll"), ...(job ? { hidden: { job: job.id } } : {}) },
      no: { href: "/admin/jobs", words: t(job ? "admin.jobs.keep" : "admin.jobs.keepAll") },
    }),
  );
}

function row(view: View, job: FailedJob): Html[] {
  const { t } = view;
  const words = taskWords(view, job.task);
  const next = job.isUnderWay ? t("admin.jobs.underWay") : job.isGivenUp ? null : t("admin.jobs.next", { when: times(view).moment(job.runAt) });
  const said = withoutSecrets(job.lastError ?? "").split("\n")[0]!.slice(0, MOST_WORDS);
  const other = job.letterId ? html`<a class="btn quiet" href="/admin/letters/${job.letterId}">${t("admin.jobs.letter")}</a>` : linkButton(`/admin/jobs/drop?job=${job.id}`, { words: t("admin.jobs.drop"), about: words, quiet: true });
  return [
    html`<h3>${words}</h3><p class="meta"><span>${t("admin.jobs.tried", { count: job.attempts })}</span>${next ? html` <span>${next}</span>` : ""}</p><p class="small soft"><bdi>${said}</bdi></p>`,
    html`<div class="row">${postButton("/admin/jobs/retry", { words: t("admin.jobs.retry"), about: words }, { job: job.id })}${other}</div>`,
  ];
}

/** A job that has no words of its own shows its name. */
function taskWords(view: View, task: string): string {
  const key = `admin.jobs.task.${task}`;
  return key in english ? view.t(key as MessageKey) : task;
}

import { formValues } from "../platform/http/form.ts";
import { done, notFound, show } from "../web.ts";
import { forAdministrators } from "./admin.routes.ts";
import { dropFailedJobs, tryFailedAgain } from "./failed-job.actions.ts";
import { dropPage, failedJobsPage } from "./failed-job.pages.ts";
import { failedCounts, failedJobs } from "./failed-job.sql.ts";

const MOST = 200;

export const showFailedJobs = forAdministrators(async (c) => {
  const { db } = c.var.house;
  const [jobs, counts] = await Promise.all([failedJobs.many(db, MOST), failedCounts.one(db)]);
  return show(c, failedJobsPage(c.var.view, { jobs, counts }));
});

export const postFailedRetry = forAdministrators(async (c, viewer) => {
  const { job } = await formValues(c);
  if (!isOneOrAll(job)) return notFound(c);
  const count = await tryFailedAgain(c.var.house, viewer, job ?? null);
  return done(c, "/admin/jobs", count > 0 ? "admin.jobs.willTry" : "admin.jobs.gone", { count });
});

export const showDrop = forAdministrators(async (c) => {
  const { db } = c.var.house;
  const wanted = c.req.query("job");
  if (!isOneOrAll(wanted)) return notFound(c);
  const [jobs, { others }] = await Promise.all([failedJobs.many(db, MOST), failedCounts.one(db)]);
  const job = jobs.find(({ id, letterId }) => id === wanted && !letterId) ?? null;
  if (wanted ? !job : others === 0) return done(c, "/admin/jobs", "admin.jobs.gone");
  return show(c, dropPage(c.var.view, { job, count: others }));
});

export const postDrop = forAdministrators(async (c, viewer) => {
  const { job } = await formValues(c);
  if (!isOneOrAll(job)) return notFound(c);
  const count = await dropFailedJobs(c.var.house, viewer, job ?? null);
  return done(c, "/admin/jobs", count > 0 ? "admin.jobs.dropped" : "admin.jobs.gone", { count });
});

/** The number of one job, or nothing for all of them. */
function isOneOrAll(job: string | string[] | undefined): job is string | undefined {
  return job === undefined || (typeof job === "string" && /^\d{1,18}$/.test(job));
}

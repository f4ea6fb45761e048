import { checkForm, formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import type { FormState } from "../ui/form.ts";
import { done, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { forAdministrators } from "./admin.routes.ts";
import { announceToEveryone, endAnnouncement } from "./announcement.actions.ts";
import { announcementsPage } from "./announcement.pages.ts";
import { everyoneCount, pastAnnouncements, standing } from "./announcement.sql.ts";
import { announcementForm, usualEnd } from "./announcement.ts";

const MOST_PAST = 50;

export const showServerNews = forAdministrators((c) => answer(c, { values: usualEnd(c.var.view.now, c.var.view.zone), errors: {} }));

export const postServerNews = forAdministrators(async (c, viewer) => {
  const { house, view } = c.var;
  const values = await formValues(c);
  const schema = announcementForm({ zone: view.zone, now: house.clock.now() });
  const form = checkForm({ ...values, until: `${String(values["untilDate"])}T${String(values["untilTime"])}` }, schema, view.t);
  if (!form.ok) return answer(c, form.state);
  const { kind } = await announceToEveryone(house, viewer, form.value);
  if (kind === "too-many") return answer(c, { ...form.state, errors: { form: view.t("admin.announcements.tooMany") } });
  return done(c, "/admin/announcements", form.value.byLetter ? "admin.announcements.saidByLetter" : "admin.announcements.said");
});

export const postServerNewsEnd = forAdministrators(async (c, viewer) => {
  const id = c.req.param("id");
  if (!isId(id)) return notFound(c);
  const { kind } = await endAnnouncement(c.var.house, viewer, id);
  return kind === "ended" ? done(c, "/admin/announcements", "admin.announcements.ended") : notFound(c);
});

async function answer(c: Web, state: FormState): Promise<Response> {
  const { house, view } = c.var;
  const now = house.clock.now();
  const [holding, past, { count }] = await Promise.all([standing.many(house.db, now), pastAnnouncements.many(house.db, now, MOST_PAST), everyoneCount.one(house.db.slow)]);
  return show(c, announcementsPage(view, { standing: holding, past, state, readers: count }), Object.keys(state.errors).length > 0 ? 422 : 200);
}

import { answerRegistration } from "../people/registration.actions.ts";
import { registrationsWaiting } from "../people/registration.sql.ts";
import { formValues } from "../platform/http/form.ts";
import { isId } from "../platform/ids.ts";
import { done, notFound, show } from "../web.ts";
import { forAdministrators } from "./admin.routes.ts";
import { waitingPage } from "./waiting.pages.ts";

const MOST = 100;

export const showWaiting = forAdministrators(async (c) => show(c, waitingPage(c.var.view, await registrationsWaiting.many(c.var.house.db, MOST))));

export const postWaiting = forAdministrators(async (c, viewer) => {
  const id = c.req.param("request");
  const { answer } = await formValues(c);
  if (!isId(id) || (answer !== "accept" && answer !== "decline")) return notFound(c);
  const { kind } = await answerRegistration(c.var.house, viewer, { id, accept: answer === "accept" });
  const said = { admitted: "admin.waiting.admitted", "turned-away": "admin.waiting.turnedAway", gone: "admin.waiting.gone", "not-found": "admin.waiting.gone" } as const;
  return done(c, "/admin/people/waiting", said[kind]);
});

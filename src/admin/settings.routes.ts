import { parseForm } from "../platform/http/form.ts";
import { settingsForm } from "../server/server.ts";
import { done, show } from "../web.ts";
import { forAdministrators } from "./admin.routes.ts";
import { settleServer } from "./settings.actions.ts";
import { settingsPage, typedSettings } from "./settings.pages.ts";

export const showServerSettings = forAdministrators((c) => {
  const { settings, machineName } = c.var.house.server;
  return show(c, settingsPage(c.var.view, { state: typedSettings(settings), machineName }));
});

export const postServerSettings = forAdministrators(async (c, viewer) => {
  const { house, view } = c.var;
  const form = await parseForm(c, settingsForm, view.t);
  if (!form.ok) return show(c, settingsPage(view, { state: form.state, machineName: house.server.machineName }), 422);
  await settleServer(house, viewer, form.value);
  return done(c, "/admin/settings", "admin.settings.saved");
});

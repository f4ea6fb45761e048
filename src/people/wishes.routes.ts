import { parseForm } from "../platform/http/form.ts";
import { done, forPeople, show } from "../web.ts";
import { saveWishes } from "./wishes.actions.ts";
import { wishesPage } from "./wishes.pages.ts";
import { wishesOf } from "./wishes.sql.ts";
import { wishesForm } from "./wishes.ts";

const HERE = "/settings/wishes";

export const showWishes = forPeople(async (c, viewer) => {
  const { photoConsent, toBeMet, welcomes } = await wishesOf.one(c.var.house.db, viewer.personId);
  return show(c, wishesPage(c.var.view, { values: { photoConsent: photoConsent ?? "", toBeMet: toBeMet ?? "", welcomes }, errors: {} }));
});

export const postWishes = forPeople(async (c, viewer) => {
  const form = await parseForm(c, wishesForm, c.var.view.t);
  if (!form.ok) return show(c, wishesPage(c.var.view, form.state), 422);
  await saveWishes(c.var.house, viewer, form.value);
  return done(c, HERE, "people.wishes.saved");
});

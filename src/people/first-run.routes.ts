import { loadExample } from "../example/load.ts";
import { createOrganisation } from "../organisations/organisation.actions.ts";
import { codesFor } from "../organisations/unit.ts";
import { clientAddress } from "../platform/http/client-address.ts";
import { parseForm } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { hashToken } from "../platform/ids.ts";
import { done, keepSession, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import { beginHouse } from "./first-run.actions.ts";
import { exampleLoadedPage, firstRunGonePage, firstRunPage } from "./first-run.pages.ts";
import { firstRunHolds } from "./first-run.sql.ts";
import { firstRunForm } from "./first-run.ts";
import { isZone } from "./profile.ts";
import { deviceName } from "./session.ts";
import { TRIES_FROM_ONE_CLIENT } from "./sign-in.ts";

export async function showFirstRun(c: Web): Promise<Response> {
  return whileItHolds(c, (token) => show(c, firstRunPage(c.var.view, { token })));
}

export async function postFirstRun(c: Web): Promise<Response> {
  const { house, view } = c.var;
  return whileItHolds(c, async (token) => {
    const form = await parseForm(c, firstRunForm, view.t);
    if (!form.ok) return show(c, firstRunPage(view, { token, state: form.state }), 422);
    const { name, address, organisation, code } = form.value;
    const zone = isZone(form.value.zone) ? form.value.zone : house.config.zone;
    const begun = await beginHouse(house, token, { name, address, zone }, deviceName(c.req.header("user-agent")));
    if (begun.kind === "spent") return gone(c);
    keepSession(c, begun.session);
    const founded = await createOrganisation(house, begun, {
      name: organisation,
      code: code || codesFor(organisation).next().value!,
      line: 1,
      zone,
      area: null,
      summary: "",
      about: "",
      website: null,
      mailbox: null,
      onlineOnly: false,
      joinPolicy: "request",
    });
    // Organisations without any account come from an import at the command line; then theirs is made by its own form.
    return founded.kind === "created" ? done(c, founded.path, "people.firstRun.done", { organisation }) : done(c, "/organisations/new");
  });
}

/** Answered with a page and not sent on, since the links that it shows are kept nowhere. */
export async function postExample(c: Web): Promise<Response> {
  return whileItHolds(c, async () => {
    const outcome = await loadExample(c.var.house);
    return outcome.kind === "loaded" ? show(c, exampleLoadedPage(c.var.view, outcome)) : gone(c);
  });
}

async function whileItHolds(c: Web, answer: (token: string) => Response | Promise<Response>): Promise<Response> {
  const { house } = c.var;
  const token = c.req.param("token") ?? "";
  if (!(await withinRate(house.db, house.clock.now(), "first-run", clientAddress(c, house.config.trustProxy), TRIES_FROM_ONE_CLIENT))) return tooMany(c);
  const { holds } = await firstRunHolds.one(house.db, hashToken(token));
  return holds ? answer(token) : gone(c);
}

function gone(c: Web): Response {
  return show(c, firstRunGonePage(c.var.view), 404);
}

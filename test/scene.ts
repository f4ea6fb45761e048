/** One of each thing that an address can name: a published meet-up of East Anglia that the Circle is asked to share, a message by Nell, a request, an invitation, an import. */
import { idFrom } from "../src/platform/ids.ts";
import { addMeetUp, ask } from "./event.ts";
import type { Fresh } from "./fresh.ts";

/** What stands for `:name` in an address, by the part before it where that matters: `people/:person`. */
export type Scene = Record<string, string>;

export async function setScene({ house, cast }: Fresh): Promise<Scene> {
  const now = house.clock.now().toString();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.gwen);
  const ids = Object.fromEntries(["conversation", "message", "request", "invitation", "import", "letter", "hosting", "report", "sanction"].map((name) => [name, idFrom(`scene ${name}`)])) as Record<string, string>;
  await ask(house, "insert into conversation (id, event_id, message_count, revision, created_at) values ($1, $2, 1, 1, $3)", [ids["conversation"], meetUp.id, now]);
  await ask(house, "insert into message (id, conversation_id, number, revision, author_id, body, once, sent_at) values ($1, $2, 1, 1, $3, 'Hello from the tea', 'scene', $4)", [ids["message"], ids["conversation"], cast.nell.id, now]);
  await ask(house, "insert into join_request (id, person_id, unit_id, asked_at) values ($1, $2, $3, $4)", [ids["request"], cast.zoe.id, cast.eastAnglia.id, now]);
  await ask(house, "insert into invitation (id, unit_id, address, token_hash, invited_by, invited_at) values ($1, $2, 'someone@example.org', '\\x01', $3, $4)", [ids["invitation"], cast.eastAnglia.id, cast.gwen.id, now]);
  await ask(house, "insert into member_import (id, unit_id, by_person_id, created_at) values ($1, $2, $3, $4)", [ids["import"], cast.eastAnglia.id, cast.gwen.id, now]);
  await ask(house, "insert into letter (id, kind, to_address, subject, body_text, body_html, message_id, created_at) values ($1, 'answer', 'nell@example.org', 'You are coming', 'Yes', 'Yes', '<scene@example.org>', $2)", [ids["letter"], now]);
  // An organisation whose only organiser was never seen again
  const lost = idFrom("scene lost organisation");
  await ask(house, "insert into organisation (id, code, line, created_at) values ($1, 'LST', 4, $2)", [lost, now]);
  await ask(house, "insert into unit (id, organisation_id, kind, slug, name, path, created_at) values ($1, $1, 'organisation', 'lost-society', 'Lost Society', array[$1::uuid], $2)", [lost, now]);
  await ask(house, "insert into event_host (id, event_id, unit_id, asked_by, asked_at) values ($1, $2, $3, $4, $5)", [ids["hosting"], meetUp.id, cast.flc.id, cast.gwen.id, now]);
  await ask(house, "insert into report (id, about, message_id, event_id, person_id, unit_id, reporter_id, kind, reported_at) values ($1, 'message', $2, $3, $4, $5, $6, 'unkind', $7)", [ids["report"], ids["message"], meetUp.id, cast.nell.id, cast.eastAnglia.id, cast.tomasz.id, now]);
  await ask(house, "insert into sanction (id, kind, person_id, unit_id, reason, set_at, set_by, token_hash) values ($1, 'warning', $2, $3, 'Kinder, please', $4, $5, '\\x02')", [ids["sanction"], cast.nell.id, cast.eastAnglia.id, now, cast.idris.id]);
  await ask(house, "insert into conduct (organisation_id, words, contact_id, updated_at) values ($1, 'Be kind', $2, $3)", [cast.tlg.id, cast.gwen.id, now]);
  await ask(house, "insert into need (event_id, person_id, words, told_at, answer_by) values ($1, $2, 'A chair with arms', $3, '2026-07-08')", [meetUp.id, cast.nell.id, now]);
  const nothing = idFrom("nothing of that kind");
  return {
    "events/:id": meetUp.id,
    "hostings/:id": ids["hosting"]!,
    "conversations/:id": ids["conversation"]!,
    "messages/:id": ids["message"]!,
    "imports/:id": ids["import"]!,
    "people/:person": cast.gwen.id,
    "needs/:person": cast.nell.id,
    "welcoming/:person": cast.nell.id,
    "members/:person": cast.tomasz.id,
    "lists/:person": nothing,
    "venues/:id": idFrom("venue the Old Reading Room"),
    "letters/:id": ids["letter"]!,
    "organisations/:organisation": lost,
    ":report": ids["report"]!,
    ":sanction": ids["sanction"]!,
    ":org": cast.tlg.slug,
    ":unit": cast.eastAnglia.slug,
    ":request": ids["request"]!,
    ":invitation": ids["invitation"]!,
    ":token": "nobody-was-given-this-token",
    ":handle": nothing,
    ":key": nothing,
    ":size": "small",
    ":passkey": nothing,
    ":address": nothing,
    ":session": nothing,
    ":id": nothing,
  };
}

/** A route's address in the scene; `instead` for parts that are to be others. */
export function addressIn(scene: Scene, path: string, instead: Scene = {}): string {
  return path.replace(/:\w+/g, (name, at: number) => {
    const before = path.slice(0, at).split("/").filter(Boolean).at(-1)!;
    const found = instead[`${before}/${name}`] ?? instead[name] ?? scene[`${before}/${name}`] ?? scene[name];
    if (found === undefined) throw new Error(`the scene has no ${name}`);
    return found;
  });
}

/** What is posted, where an empty form would only be a wrong address. Organisers of the scene may do each of these. */
export function formsOf({ cast }: Fresh): Record<string, Record<string, string>> {
  return {
    "POST /events": { unit: cast.eastAnglia.id },
    "POST /organisations/:org/:unit/requests/:request": { answer: "accept" },
    "POST /organisations/:org/:unit/organisers": { personId: cast.tomasz.id },
    "POST /organisations/:org/:unit/organisers/removal": { personId: cast.gwen.id },
    "POST /organisations/:org/organisers": { personId: cast.gwen.id },
    "POST /organisations/:org/conduct/edit": { contactAddress: "ask somebody" },
    "POST /events/:id/organise/people/:person/word": { word: "agree" },
    "POST /people/:person/hiding": { kind: "mute" },
    "POST /conversations/:id/reading": { number: "1" },
  };
}

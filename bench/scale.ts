/**
 * Whether pages stay as quick when a network grows: the same pages for the same person on two servers, asked in turn, one with a thousand people and
 * one with a hundred thousand. Then an evening with five thousand coming, and a letter to ten thousand while people read.
 */
import { announceEvent } from "../src/notifications/announcement.jobs.ts";
import { ask } from "../test/event.ts";
import { fresh } from "../test/fresh.ts";
import type { Browser, Fresh } from "../test/fresh.ts";
import { openPostOffice } from "../test/mail/post-office.ts";
import { spawnHouse } from "../test/processes/spawn-house.ts";
import { signedIn } from "../test/session.ts";
import { branchId, eventId, fillCrowd, GUILD, personId } from "./crowd.ts";
import { median } from "./figure.ts";
import type { Bench, Figure } from "./figure.ts";
import { inTurn, load, timed } from "./timed.ts";

const ROUNDS = 60;
const FEW = 1_000;
const AIM = 1.2;
/** As a server sends that sets nothing; watched for not quite a minute. */
const PACE = 250;
const SENDING_MS = 55_000;

export const bench: Bench = async () => {
  const big = await filled(100_000);
  try {
    return [...(await asItGrows(big, 100_000)), ...(await fiveThousandComing(big)), ...(await tenThousandLetters(big)), load()];
  } finally {
    await big.close();
  }
};

export const atAMillion: Bench = async () => {
  const big = await filled(1_000_000);
  try {
    return [...(await asItGrows(big, 1_000_000)), load()];
  } finally {
    await big.close();
  }
};

type Server = Fresh & { me: Browser };

async function filled(people: number): Promise<Server> {
  const server = await fresh({ cast: false });
  await fillCrowd(server.house, people);
  // Of the one who looks: a meet-up of their branch to which sixty come
  await ask(server.house, "update event set unit_id = $2, audience = 'everyone' where id = $1", [eventId(0), branchId(0)]);
  return { ...server, me: server.as(await signedIn(server.house, personId(0))) };
}

async function asItGrows(big: Server, people: number): Promise<Figure[]> {
  const small = await filled(FEW);
  try {
    const figures: Figure[] = [];
    for (const [name, path] of [["home", "/"], ["event page", `/events/${eventId(0)}`], ["meet-ups", "/events"], ["own network", "/organisations/the-library-guild"]] as const) {
      await warm(small.me, path);
      await warm(big.me, path);
      const { first, second, ratio } = await inTurn(ROUNDS, () => page(big.me, path), () => page(small.me, path));
      const much = people.toLocaleString("en-GB");
      figures.push(
        { name: `${name} at ${much} members, p50`, value: first, unit: "ms" },
        { name: `${name} at ${FEW.toLocaleString("en-GB")} members, p50`, value: second, unit: "ms" },
        { name: `${name} at ${much} against ${FEW.toLocaleString("en-GB")}`, value: ratio, unit: "times as long", aim: `< ${AIM}`, holds: ratio < AIM },
      );
    }
    return figures;
  } finally {
    await small.close();
  }
}

/** Against the evening of sixty, on the same server. */
async function fiveThousandComing({ house, me, as }: Server): Promise<Figure[]> {
  const [sixty, crowded] = [`/events/${eventId(0)}`, `/events/${eventId(1)}`];
  await ask(
    house,
    `with more as (insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at)
       select $1, m.person_id, 'going', 1000 + row_number() over (order by m.person_id), $3::timestamptz - interval '1 minute' * row_number() over (order by m.person_id), $3
         from membership m where m.unit_id = $2 order by m.person_id limit 5000 on conflict do nothing returning 1)
     update event set going_count = (select count(*) from more), next_place = 10000, unit_id = $4 where id = $1`,
    [eventId(1), GUILD, house.clock.now().toString(), branchId(0)],
  );
  await ask(house, "insert into organiser (unit_id, person_id, appointed_by, starts_at) values ($1, $2, $2, $3)", [branchId(0), personId(10_000), house.clock.now().toString()]);
  await ask(house, "analyze rsvp");
  const organiser = as(await signedIn(house, personId(10_000)));
  const figures: Figure[] = [];
  for (const [name, who, path] of [["first page", me, ""], ["everyone coming", me, "/people"], ["organiser's page", organiser, "/organise"]] as const) {
    await warm(who, crowded + path);
    await warm(who, sixty + path);
    const { first, ratio } = await inTurn(ROUNDS / 2, () => page(who, crowded + path), () => page(who, sixty + path));
    figures.push({ name: `5,000 coming: ${name}, p50`, value: first, unit: "ms" }, { name: `5,000 coming: ${name} against 60`, value: ratio, unit: "times as long" });
  }
  return figures;
}

/** All members of the large body are told; a worker in a process of its own writes and sends, a post office in this one takes what comes. */
async function tenThousandLetters({ house, me }: Server): Promise<Figure[]> {
  const told = eventId(2);
  await ask(house, "update membership set ends_on = '2026-01-01' where unit_id = $1 and person_id not in (select person_id from membership where unit_id = $1 order by person_id limit 10000)", [GUILD]);
  await ask(house, "update event set unit_id = $2, audience = 'everyone', starts_at = $3::timestamptz + interval '20 days', ends_at = $3::timestamptz + interval '21 days' where id = $1", [told, GUILD, house.clock.now().toString()]);
  await ask(house, "vacuum analyze membership");
  await warm(me, "/");
  const before: number[] = [];
  for (let i = 0; i < ROUNDS * 2; i++) before.push(await timed(() => page(me, "/")));
  const queued = await timed(() => announceEvent(house, { eventId: told }));
  const post = await openPostOffice();
  const worker = await spawnHouse(house, "--worker", { SMTP_URL: post.url, LETTERS_A_MINUTE: String(PACE) });
  const began = performance.now();
  const during: number[] = [];
  try {
    while (post.delivered.length === 0) await timed(() => page(me, "/"));
    while (post.delivered.length < 10_000 && performance.now() - began < SENDING_MS) {
      during.push(await timed(() => page(me, "/")));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await worker.stop();
    await post.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const ratio = median(during) / median(before);
  return [
    { name: "a letter to 10,000: queued in", value: queued / 1000, unit: "s", aim: "< 1", holds: queued < 1000 },
    { name: `letters sent, at ${PACE} a minute`, value: (post.delivered.length / seconds) * 60, unit: "/min", aim: `< ${PACE + 1}`, holds: post.delivered.length <= PACE },
    { name: "home meanwhile against before, p50", value: ratio, unit: "times as long", aim: `< ${AIM}`, holds: ratio < AIM },
  ];
}

async function warm(who: Browser, path: string): Promise<void> {
  for (let i = 0; i < 5; i++) await page(who, path);
}

async function page(who: Browser, path: string): Promise<void> {
  const { status } = await who.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}

/**
 * The whole of one evening in real browsers, against the program as it is started by hand and a mail server that takes its letters: from
 * the link on the console to the last letter. With scripts on the built-in database, and without any on somebody else's.
 */
import assert from "node:assert/strict";
import test from "node:test";
import { startOwnPostgres } from "../house/own-postgres.ts";
import { dataFolder } from "../house/program.ts";
import {
  addBranch,
  answer,
  beginFromTheConsole,
  bringInMembers,
  cancel,
  changeTheRoom,
  connect,
  draftMeetUp,
  emptyServer,
  entryIn,
  joinFromTheLetter,
  openAnnouncement,
  publish,
  say,
  signInToAnswer,
  signOut,
  stayUntil,
} from "./evening.ts";

const folder = dataFolder();
const url = await startOwnPostgres("network");

const places = [
  { name: "one evening on the built-in database", javaScript: true, programs: [{ args: [], environment: { DATA_DIR: folder } }] },
  {
    name: "one evening without scripts on somebody else's database, its pages over TCP and its letters over a socket",
    javaScript: false,
    programs: [
      { args: ["--web"], environment: { DATABASE_URL: url("network", "tcp") } },
      { args: ["--worker"], environment: { DATABASE_URL: url("network", "socket") } },
    ],
  },
];

for (const { name, ...place } of places) {
  test(name, async (t) => {
    const evening = await emptyServer(t, place);
    const [gwen, nell, tomasz, amara] = await Promise.all(["Gwen Prydderch", "Nell Ashworth", "Tomasz Wierzba", "Amara Okafor"].map(evening.come));

    await beginFromTheConsole(gwen!, evening.console());
    await addBranch(gwen!);
    await bringInMembers(gwen!);
    await Promise.all([nell!, tomasz!, amara!].map(joinFromTheLetter));
    await connect(nell!, tomasz!);
    await signOut(nell!);

    await draftMeetUp(gwen!);
    const path = await publish(gwen!);
    await openAnnouncement(tomasz!);
    await answer(tomasz!, "Yes, all evening");
    await tomasz!.sees("You are coming. A letter with a calendar entry is on its way to you.");

    await openAnnouncement(nell!);
    await signInToAnswer(nell!);
    await stayUntil(nell!, "19:00");
    const own = entryIn(await nell!.letter("You are coming: Local studies, out loud"));
    assert.match(own, /DTEND[^:]*:\d{8}T190000/, "her own times");
    await nell!.sees("People you know who are coming");
    await nell!.sees("You are connected");

    await say(nell!, "I can only stay until seven. Who else is new?");
    if (!place.javaScript) await tomasz!.tab.reload();
    await tomasz!.tab.locator(".bubble").getByText("Who else is new?").waitFor();

    await gwen!.tab.goto(path);
    await answer(gwen!, "Yes, all evening");
    await gwen!.sees("You are coming.");
    await openAnnouncement(amara!);
    await answer(amara!, "Yes, if a place comes free");
    await amara!.sees("You are on the waiting list: first in line.");
    await amara!.letter("On the waiting list: Local studies, out loud");

    await answer(tomasz!, "No, I can't make it");
    await tomasz!.sees("Your place is free for the next in line.");
    const movedUp = await amara!.letter("You have a place: Local studies, out loud");
    assert.match(entryIn(movedUp), /METHOD:PUBLISH[^]*SEQUENCE:0\r/);
    await amara!.open(movedUp);
    await amara!.sees("You said yes on");

    await gwen!.tab.goto(path);
    await changeTheRoom(gwen!);
    for (const member of [nell!, amara!]) {
      const changed = await member.letter("Changed: Local studies, out loud");
      assert.match(changed.text!, /The Old Fire Station/);
      assert.match(entryIn(changed), /SEQUENCE:1\r/);
    }

    await cancel(gwen!);
    const cancelled = await nell!.letter(/^Cancelled: Local studies, out loud/);
    assert.match(cancelled.text!, /The boiler has given up\./);
    assert.match(entryIn(cancelled), /SEQUENCE:2\r/);
    assert.match(entryIn(cancelled), /STATUS:CANCELLED/);
    await nell!.open(cancelled);
    await nell!.sees("Called off");
    await signOut(nell!);
    await nell!.tab.goto(path);
    await nell!.sees("It will not take place. There is nothing to answer.");
    await nell!.sees("The boiler has given up.");
  });
}

/** The steps of an evening, from an empty server to the last letter; evening.test.ts puts them together. */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { ParsedMail } from "mailparser";
import { serve, type Environment, type Served } from "../house/program.ts";
import { openBrowser } from "../look/browser.ts";
import { openPostOffice } from "../mail/post-office.ts";
import { visit, type Visitor } from "./visitor.ts";

export interface Evening {
  /** What the program has said since it was started */
  console(): string;
  come(name: string): Promise<Visitor>;
}

/** One program, or several on the same database; the first serves the pages. */
type Programs = { args: string[]; environment: Environment }[];

/** An empty server, started as a person would, with a mail server that takes its letters. */
export async function emptyServer(t: TestContext, { programs, javaScript }: { programs: Programs; javaScript: boolean }): Promise<Evening> {
  const post = await openPostOffice();
  const browser = await openBrowser();
  const running: Served[] = [];
  for (const { args, environment } of programs) running.push(await serve(args, { SMTP_URL: post.url, TEST_DATABASE: "yes", EDITS_WAIT: "0", ...environment }));
  const served = running[0]!;
  t.after(async () => {
    await browser.close();
    const ended = await Promise.all(running.map((one) => one.stop()));
    await post.close();
    const unforeseen = ended
      .flatMap(({ err }) => err.split("\n"))
      .filter((line) => line !== "" && !/^(Preparing|Starting|Stopping)/.test(line));
    assert.deepEqual(unforeseen, [], "nothing went wrong in the server");
  });
  return {
    console: () => served.words.out,
    come: (name) => visit(name, `${name.split(" ")[0]!.toLowerCase()}@fenbridge.example`, { browser, url: served.url, post, javaScript }),
  };
}

export async function beginFromTheConsole(gwen: Visitor, console: string): Promise<void> {
  const link = /http:\S+(\/first-run\/\S+)/.exec(console)?.[1];
  assert.ok(link, console);
  await gwen.tab.goto(link);
  await gwen.write({ "Your name": gwen.name, "Your email address": gwen.address, "Its name": "The Library Guild", "Its code": "TLG" });
  await gwen.press("Begin");
  await gwen.sees("Your account and The Library Guild are made.");
}

export async function addBranch(gwen: Visitor): Promise<void> {
  await gwen.follow("Add a branch, group or committee");
  await gwen.choose(/^Branch/);
  await gwen.write({ Name: "East Anglia", Area: "Norfolk, Suffolk and Cambridgeshire" });
  await gwen.press("Add it");
  await gwen.sees("East Anglia has its page now.");
}

/** The attendee report of the last meet-up, as Eventbrite writes it, with somebody who did not come. */
const REPORT = `Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,Home Address 2,Home City,Home State,Home Zip,Home Country,Job Title,Company
8812034,2026-05-01 18:02:11+01:00,Nell,Ashworth,nell@fenbridge.example,1,,General Admission,11,,Free Order,GBP,0.00,0.00,0.00,0.00,Attending,,,Fenbridge,,,GB,Librarian,"Fenbridge City Library, Local Studies"
8812035,2026-05-01 19:40:53+01:00,Tomasz,Wierzba,tomasz@fenbridge.example,1,,General Admission,12,,Free Order,GBP,0.00,0.00,0.00,0.00,Attending,,,Ely,,,GB,Archivist,
8812036,2026-05-02 08:15:30+01:00,Amara,Okafor,amara@fenbridge.example,1,,General Admission,13,,Free Order,GBP,0.00,0.00,0.00,0.00,Attending,,,Norwich,,,GB,,
8812037,2026-05-02 09:00:00+01:00,Hal,Thistlewood,hal@fenbridge.example,1,,General Admission,14,,Free Order,GBP,0.00,0.00,0.00,0.00,Not Attending,,,Diss,,,GB,,
`;

export async function bringInMembers(gwen: Visitor): Promise<void> {
  await gwen.follow("People on your list");
  await gwen.follow("Bring in members");
  await gwen.tab.getByLabel("File of members").setInputFiles({ name: "report.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${REPORT}`) });
  await gwen.press("Read the file");
  await gwen.sees("This looks like an export from Eventbrite.");
  assert.equal(await gwen.tab.getByLabel("What the column Email holds").inputValue(), "email");
  await gwen.tab.getByLabel("What the column Company holds").selectOption("ignore");
  await gwen.press("Show me what will happen");
  await gwen.sees("This is what will happen");
  await gwen.sees("Left out: the file says Not Attending");
  await gwen.press("Bring in 3 people");
  await gwen.sees("3 people are on your list");
  await gwen.follow("Go to the list and invite them");
  await gwen.press("Invite all 3 who can be");
  await gwen.sees("Invited on");
}

/** From the one letter that the list allows: signed in by link, a sticker, "yes, that is me". */
export async function joinFromTheLetter(member: Visitor): Promise<void> {
  await member.open(await member.letter("The Library Guild would like you to join"));
  await member.press("Send me a link to sign in");
  await enterByLink(member);
  await member.sees("Make your sticker");
  assert.equal(await member.tab.getByLabel("Your name").inputValue(), member.name, "as the list has it");
  await member.press("Make my sticker");
  await member.press("Yes, join The Library Guild");
  await member.sees("You are a member of The Library Guild now.");
  await member.sees("Your branch");
}

async function enterByLink(who: Visitor, time = 1): Promise<void> {
  await who.sees("Look in your inbox");
  await who.open(await who.letter("Your sign-in link for Branchline", time));
  await who.press("Sign in");
}


/** Nell asks on his page; he says yes on his. */
export async function connect(nell: Visitor, tomasz: Visitor): Promise<void> {
  await nell.tab.goto("/organisations/the-library-guild/east-anglia");
  await nell.follow(tomasz.name);
  await nell.press(/Ask to connect/);
  await nell.sees("You have asked.");
  await tomasz.tab.goto("/");
  await tomasz.follow(/says that you know each other/);
  await tomasz.press(/Yes, connect us/);
  await tomasz.sees("You are connected.");
}

export async function draftMeetUp(gwen: Visitor): Promise<void> {
  await gwen.tab.goto("/organisations/the-library-guild/east-anglia");
  await gwen.follow("Plan a meet-up");
  await gwen.write({ Title: "Local studies, out loud", "In one or two sentences": "Bring one map and tell us why. Newcomers sit with a host." });
  const starts = gwen.tab.getByRole("group", { name: "Starts" });
  await starts.getByLabel("Date").fill(Temporal.Now.plainDateISO("Europe/London").add({ days: 9 }).toString());
  await starts.getByLabel("Time").fill("17:30");
  await gwen.write({ "Ends at": "20:30", Places: "3", "Name of the place": "Fenbridge Central Library", Address: "1 Market Square, Fenbridge", "A question to start with": "Which map would you save from a fire?" });
  await gwen.press("Save the draft");
  await gwen.sees("Your draft is saved.");
}

/** The path of the meet-up's page. */
export async function publish(gwen: Visitor): Promise<string> {
  await gwen.press("Publish and tell them");
  await gwen.sees("It is published");
  return new URL(gwen.tab.url()).pathname;
}

/** From the announcement's link; a stranger to this browser signs in on the way. */
export async function openAnnouncement(member: Visitor): Promise<void> {
  const letter = await member.letter(/^Local studies, out loud, /);
  assert.ok(letter.headers.get("list"), "unsubscribing with one click, from the first letter on");
  await member.open(letter);
}

export async function signInToAnswer(member: Visitor): Promise<void> {
  await member.follow("Sign in to answer");
  await member.write({ "Email address": member.address });
  await member.press("Email me a sign-in link");
  await enterByLink(member, 2);
  await member.sees("Signed in. Good to see you.");
  await member.sees("Are you coming?");
}

export async function answer(member: Visitor, words: string): Promise<void> {
  await member.choose(words);
  await member.press("Save my answer");
}

export async function stayUntil(member: Visitor, clock: string): Promise<void> {
  await member.choose("I can only be there for part of it");
  await member.tab.getByLabel("I can stay until").fill(clock);
  await member.press("Save my answer");
  await member.sees("You are coming for part of it, and the organisers can see when.");
}

export async function say(member: Visitor, words: string): Promise<void> {
  await member.tab.getByLabel("Your message").fill(words);
  await member.press("Send");
  await member.tab.locator(".bubble").getByText(words).waitFor();
}

export async function changeTheRoom(gwen: Visitor): Promise<void> {
  await gwen.follow("Edit");
  await gwen.tab.getByLabel(/^The room/).selectOption({ label: "Not chosen yet, or a new one below" });
  await gwen.tab.getByText("A place that is not in the list").click();
  await gwen.write({ "Name of the place": "The Old Fire Station", Address: "3 Bridge Street, Fenbridge" });
  await gwen.press("Save the changes");
  await gwen.sees("Saved.");
}

export async function cancel(gwen: Visitor): Promise<void> {
  await gwen.follow("Cancel it");
  await gwen.tab.getByLabel(/^Why\?/).fill("The boiler has given up.");
  await gwen.press("Cancel the meet-up");
}

export async function signOut(who: Visitor): Promise<void> {
  await who.tab.goto("/settings/sign-in");
  await who.press(/^Sign out$/);
  await who.sees("You are signed out on this device.");
}

/** The calendar file of a letter, its folded lines made whole. */
export function entryIn(letter: ParsedMail): string {
  const file = letter.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  assert.ok(file, `no calendar file in “${letter.subject}”`);
  return file.content.toString().replaceAll(/\r\n[ \t]/g, "");
}

/** Every part once, as a page: for those who build pages, and for the tests of the look. Its people are made up. */
import { times } from "../../src/platform/i18n/times.ts";
import { button, linkButton, postButton } from "../../src/ui/button.ts";
import { chat } from "../../src/ui/chat.ts";
import { stepChart } from "../../src/ui/chart.ts";
import { code, codeAnd } from "../../src/ui/code.ts";
import { empty } from "../../src/ui/empty.ts";
import { face } from "../../src/ui/face.ts";
import { factList, facts } from "../../src/ui/facts.ts";
import { fields, type FormState } from "../../src/ui/form.ts";
import { html, type Html } from "../../src/ui/html.ts";
import { page } from "../../src/ui/layout.ts";
import { linemap } from "../../src/ui/linemap.ts";
import { mode } from "../../src/ui/mode.ts";
import { notice } from "../../src/ui/notice.ts";
import { progress } from "../../src/ui/progress.ts";
import { question } from "../../src/ui/question.ts";
import { section } from "../../src/ui/section.ts";
import { stages } from "../../src/ui/stages.ts";
import { littleSticker, sticker, who, type StickerPerson } from "../../src/ui/sticker.ts";
import { strip } from "../../src/ui/strip.ts";
import { table } from "../../src/ui/table.ts";
import { tabs } from "../../src/ui/tabs.ts";
import { tag } from "../../src/ui/tag.ts";
import { tasks } from "../../src/ui/tasks.ts";
import { ruledList, timetable, type Row } from "../../src/ui/timetable.ts";
import type { Line, View } from "../../src/ui/view.ts";

const person = (name: string, handle: string, line: Line, lang?: string): StickerPerson => ({
  name,
  handle,
  line,
  href: "/design",
  ...(lang ? { lang } : {}),
});
const gwen = person("Gwen Prydderch", "@gwen@guild.example", 1);
const tomasz = person("Tomasz Wierzba", "@tomasz@mapdrawer.example", 1);
const misaki = person("佐藤 美咲", "@misaki@newpros.example", 3, "ja");
const layla = person("ليلى حداد", "@layla@fenbridge.example", 4, "ar");
const nell = person("Nell Ashworth", "@nell@fenbridge.example", 2);

const guild = { code: "TLG", line: 1, name: "The Library Guild" } as const;
const circle = { code: "FLC", line: 2, name: "Fenbridge Library Circle" } as const;
const network = { code: "NPN", line: 3, name: "New Professionals Network" } as const;

export function galleryPage(view: View): Html {
  return page(
    view,
    { title: "Every part, once", section: "events", crumbs: [{ words: "Design", href: "/design" }, { words: "Every part" }], unlisted: true },
    html`<div class="sections">
<header class="stack"><h1>Every part, once</h1><p class="lede">Each part below is a function in <code>src/ui</code>. If a page needs something else, ask whether a part here would do first.</p></header>
${section("type", "Type", type())}
${section("buttons", "Buttons and links", buttons())}
${section("forms", "Forms", forms(view))}
${section("notices", "Notices", html`<div class="stack">${notice("Your answer is kept", { more: "You can change it until the doors open." })}${notice("The evening is called off", { signal: true, mark: "calendar-x", more: "Everybody who said yes has been told.", actions: html`${linkButton("/design", { words: "Read why", quiet: true })}<a href="/design">Other meet-ups</a>` })}</div>`)}
${section("marks", "Small marks, tabs", marks(view))}
${section("people", "People", people(view), { count: 4 })}
${section("facts", "Facts and timetable", factsAndTimetable(view), { link: { href: "/design", words: "Whole timetable" } })}
${section("strip", "Next on your lines", strip([guild, circle, network], rows(view)))}
${section("lines", "Lines", lines())}
${section("talk", "Conversation", conversation(view))}
${section("numbers", "Numbers", numbers(), { aside: "7 of 12" })}
${section("empty", "Empty, and to do", html`<div class="split halves">${empty("Nobody has said hello yet", "The chat opens on 25 June. We will email you then.", linkButton("/design", { words: "Write the first message", quiet: true }))}${todo(view)}</div>`)}
</div>`,
  );
}

/** What a page with a question looks like, after something has happened. */
export function questionPage(view: View): Html {
  return page(
    { ...view, notice: "Your answer is kept" },
    { title: "Take your name off the list?", section: "events", crumbs: [{ words: "Summer meet-up", href: "/design" }, { words: "Your answer" }] },
    question({ asked: "Take your name off the list?", words: "Your place goes to the next person waiting. Only the organisers see that you changed your mind.", yes: { action: "/design/question", words: "Take me off", hidden: { answer: "no" } }, no: { href: "/design", words: "Stay on the list" } }),
  );
}

function type(): Html {
  return html`<div class="stack"><p class="lede">A lede, once a page, under the title.</p><h3>A heading in a list</h3><p class="prose">Running text, no wider than 62 characters, with <a href="/design">a link</a> and <b>a point</b>. 0123456789 Il1 O0 at 17:30. Łódź, Ħamrun and Ő are in the extended faces.</p><p class="quote">What is the oddest thing you have found tucked inside a returned book?</p><p class="small soft">Small and soft, for what you may skip.</p></div>`;
}

function buttons(): Html {
  return html`<div class="row">${postButton("/design", { words: "Save my answer", quiet: false })}${linkButton("/design", { words: "Say hello", about: "to Tomasz Wierzba", quiet: true })}${linkButton("/design", { words: "Undo", mark: "undo-2", quiet: true })}${linkButton("/design", { words: "Scan a sticker", big: true, quiet: true })}<a href="/design">Add to my calendar</a></div>`;
}

const wrongForm: FormState = {
  values: { title: "Summer meet-up", email: "nell", fromDate: "2026-07-09", fromTime: "17:30", answer: "until", about: "Tea & <b>sandwiches</b>", area: "east", topics: ["maps"] },
  errors: { email: "Write the whole address, such as nell@fenbridge.example", until: "Choose a time between 17:30 and 21:00" },
};

function forms(view: View): Html {
  const field = fields(view, wrongForm);
  return html`<form class="stack panel" method="post" action="/design">
${field.summary()}
${field.text({ name: "title", label: "Title", required: true, maxlength: 200 })}
${field.email({ name: "email", label: "Email address", hint: "The one your branch writes to.", required: true })}
${field.select({ name: "area", label: "Area", options: [{ value: "", label: "Anywhere" }, { value: "east", label: "East Anglia" }] })}
${field.moment({ name: "from", label: "Starts", required: true })}
${field.moment({ name: "until", label: "Ends", hint: "In the time of the place.", required: true })}
${field.area({ name: "about", label: "About the evening", hint: "Everyone can read this." })}
${field.choices({ name: "answer", label: "Your answer", required: true, options: [{ value: "yes", label: "Yes, all evening", hint: "17:30 to 21:00" }, { value: "until", label: "I can only stay until 19:00", hint: "A flying visit is a proper visit" }, { value: "no", label: "No, I can't make it" }] })}
${field.choices({ name: "topics", label: "Topics", many: true, options: [{ value: "maps", label: "Maps" }, { value: "metadata", label: "Metadata" }] })}
${field.check({ name: "weekly", label: "Tell me once a week", hint: "On Mondays, only when there is something." })}
${field.file({ name: "list", label: "Your list of members", accept: ".csv" })}
${field.hidden("token", "x")}
<div class="row">${button({ words: "Save" })}${button({ words: "Look first", quiet: true, name: "do", value: "preview" })}</div>
</form>`;
}

function marks(view: View): Html {
  return html`<div class="stack"><p class="row">${([1, 2, 3, 4, 5] as const).map((line) => code({ code: ["TLG", "FLC", "NPN", "MUS", "ETC"][line - 1]!, line }))}${tag("Vacant")}${tag("Going", "yes", "check")}${tag("Clash", "signal", "calendar-clock")}${mode(view, { online: true, inARoom: false })}${mode(view, { online: false, inARoom: true, place: "Fenbridge" })}${codeAnd(guild, guild.name)}</p>
${tabs("Example", [{ href: "/design", words: "Overview" }, { href: "/design?people", words: "People", count: 38 }, { href: "/design?details", words: "Details" }], "/design")}</div>`;
}

function people(view: View): Html {
  const why = [{ icon: "book-open", words: "You both follow map cataloguing" }, { icon: "footprints", words: "His first meet-up, and he knows nobody yet" }] as const;
  return html`<div class="stack gap-5"><div class="grid cards">${sticker(view, { ...tomasz, talkAbout: "map cataloguing, oral history", why, action: linkButton("/design", { words: "Say hello", about: "to Tomasz Wierzba", quiet: true }) })}${sticker(view, { ...nell, talkAbout: "health libraries, singing in a choir" })}${sticker(view, { ...layla, talkAbout: "repair cafés" })}</div>
<div class="grid narrow">${[gwen, tomasz, misaki, layla].map((one) => littleSticker(one))}</div>
<ul class="grid">${[gwen, misaki, layla, nell].map((one) => html`<li>${who(one)}</li>`)}<li>${who(nell, "Organiser. Ask her anything")}</li></ul></div>`;
}

function rows(view: View): Row[] {
  const at = (text: string) => Temporal.Instant.from(text);
  const say = times(view, "Europe/London");
  const row = (start: string, rest: Omit<Row, "day" | "clock" | "at" | "href">): Row => ({ at: at(start), day: say.shortDay(at(start)), clock: say.clock(at(start)), href: "/design", ...rest });
  const online = mode(view, { online: true, inARoom: false });
  const room = mode(view, { online: false, inARoom: true, place: "Fenbridge" });
  return [
    row("2026-07-08T11:30Z", { title: "Lunchtime drop-in: first-year nerves", codes: [network], meta: [online, "61 going"], status: tag("Going", "yes", "check") }),
    row("2026-07-09T16:30Z", { title: "Summer meet-up at the Old Reading Room", codes: [guild, circle], meta: [room], status: tag("Until 19:00", "yes", "check"), more: "You leave at 19:00 for the cinema. The organisers know when, not why." }),
    row("2026-07-14T17:00Z", { title: "Behind the scenes in the map room, then supper", codes: [circle, network], meta: [room], status: linkButton("/design", { words: "Answer", about: "for the map room", quiet: true }) }),
    row("2026-07-29T17:30Z", { title: "East Anglia committee: open meeting", codes: [guild, network], meta: [online], status: tag("Third in line", "plain", "hourglass") }),
  ];
}

function factsAndTimetable(view: View): Html {
  return html`<div class="stack gap-5">${facts([
    { term: "When", words: "Thursday 9 July", big: true, more: "17:30 to 21:00, in two days" },
    { term: "Where", words: "The Old Reading Room", more: "4 Mill Lane, Fenbridge. Eight minutes on foot from the station" },
    { term: "Who", words: "38 coming, 22 places left", more: "Free. Tea and sandwiches" },
  ])}
${facts([{ term: "Coming", words: "38", big: true, more: "of 60 places" }, { term: "Flying visits", words: "6", big: true, more: "leave at 19:00" }, { term: "Waiting", words: "0", big: true }], "numbers")}
${timetable(rows(view).slice(0, 2))}
${factList([{ term: "Step-free", words: "Yes, by the side door. Lift door 90 cm" }, { term: "Hearing", words: "Induction loop in the main room" }])}
${ruledList("roles", [[html`<b>Chair</b>`, who(gwen), html`Sept 2024 to Aug 2027${progress(61, 100, "61 per cent of the term served")}`], [html`<b>New starters</b>`, tag("Vacant"), html`<a href="/design">Read about it</a>`]])}
${ruledList("pairs", [[html`<h3><a href="/design">Local Studies</a></h3><p class="meta">Places, papers and the people in them. <span class="num">388 members</span></p>`, tag("Joined", "yes", "check")], [html`<h3><a href="/design">Health Libraries</a></h3><p class="meta">Evidence, quickly, for people in a hurry.</p>`, postButton("/design", { words: "Join", about: "Health Libraries" })]])}</div>`;
}

function lines(): Html {
  const stations = [
    { name: "Announced", when: "2 June" },
    { name: "Chat opens", when: "25 June", words: "84 messages so far" },
    { name: "Answer by", when: "8 July", words: "Change your answer until then." },
    { name: "The evening", when: "9 July, 17:30" },
    { name: "Follow-up", when: "10 to 23 July" },
  ];
  const branches = ["East Anglia", "London", "Thames Valley", "South Coast", "West Country", "Wales", "Midlands", "Yorkshire", "North West", "North East", "Scotland", "Northern Ireland"];
  return html`<div class="stack gap-6">${stages("How this meet-up unfolds", stations, { index: 1, gone: 0.52 })}${stages("A line that has just begun", stations.slice(0, 3), { index: 0, gone: 0.05 }, 2)}
${linemap(branches.map((name, i) => ({ name, href: "/design", note: i === 0 ? "Yours. 9 July" : `Meets ${i + 9} July`, here: i === 0 })), 1)}
${linemap(branches.slice(0, 3).map((name) => ({ name, href: "/design" })), 3)}</div>`;
}

function conversation(view: View): Html {
  const say = times(view);
  const said = (id: string, from: StickerPerson, hoursAgo: number, words: string, mine = false) => {
    const at = view.now.subtract({ hours: hoursAgo });
    return { id, from, at, when: say.recently(at), mine, body: html`<p>${words}</p>` };
  };
  return html`<div class="stack gap-5">${chat(view, [
    said("m1", gwen, 190, "To start us off: a pressed runner bean, labelled, dated and filed under R."),
    said("m2", misaki, 26, "しおりの代わりに、四つ葉のクローバーが入っていました。"),
    said("m3", layla, 20, "تذكرة قطار من عام 1983، وما زلت أستعملها."),
    { ...said("m4", nell, 1, "I will be the one near the tea, until seven.", true), note: "edited", actions: html`<a href="/design">Edit<span class="hush"> your message</span></a>` },
  ])}</div>`;
}

function numbers(): Html {
  const steps = [[0, 0], [0.08, 4], [0.27, 13], [0.46, 16], [0.62, 24], [0.78, 32], [0.94, 38]] as const;
  return html`<div class="stack gap-5">${stepChart({ label: "Yes answers rise from none on 2 June to 38 today, out of 60 places", steps: steps.map(([at, value]) => ({ at, value })), max: 60, scale: [{ value: 60, words: "60 places" }, { value: 40, words: "40" }, { value: 20, words: "20" }], under: [{ at: 0, words: "2 June" }, { at: 0.62, words: "25 June" }, { at: 1, words: "9 July" }], today: { at: 0.946, words: "38 today" } })}
${table("Table plan", ["Table", "18:00", "18:25"], [["Local studies", "7 people", "6 people"], ["Schools", "6 people", "7 people"]])}
<p>Six of twelve are done.</p>${progress(6, 12, "6 of 12 done")}</div>`;
}

function todo(view: View): Html {
  return tasks([
    { mark: face(tomasz), title: "Summer meet-up icebreaker", href: "/design", words: "“I shall know nobody on Thursday.”", small: "Today, 09:40", status: tag("3 new", "yes") },
    { mark: "user-plus", title: "Two people ask to join", href: "/design", words: "Answer within a week, as promised." },
    { mark: "sprout", title: view.site.name, words: "Nothing to do here." },
  ]);
}

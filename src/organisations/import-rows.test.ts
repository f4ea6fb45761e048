import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { guessColumns, isMembershipsOnly, recogniseFormat, TARGETS } from "./import-columns.ts";
import type { Format } from "./import-columns.ts";
import { dateOrderOf, readDate } from "./import-dates.ts";
import { firstRows, detectDelimiter } from "./import-dialect.ts";
import { readRow } from "./import-rows.ts";
import type { Draft } from "./import-rows.ts";
import { standingOf } from "./import-status.ts";

const TODAY = Temporal.PlainDate.from("2026-07-07");

/** Reads a whole file as the product does when nobody changes a guess. */
function readAll(text: string) {
  const [header, ...rows] = firstRows(text, detectDelimiter(text)).rows;
  const columns = guessColumns(header!.cells);
  const since = columns.indexOf("since");
  const dateOrder = dateOrderOf(rows.map((row) => row.cells[since] ?? ""));
  return { format: recogniseFormat(header!.cells), columns, people: rows.map((row) => readRow(row.cells, { columns, dateOrder }, TODAY)) };
}

function drafts(text: string, format: Format): Draft[] {
  const read = readAll(text);
  assert.equal(read.format, format);
  return read.people.map((person) => {
    assert.ok(person.kind === "draft", JSON.stringify(person));
    return person.draft;
  });
}

test("Meetup members: no addresses, American dates, known by their number", () => {
  const [nell, omar] = drafts(
    "Name\tUser ID\tTitle\tMember ID\tLocation\tJoined Group on\tLast visited group on\tTotal RSVPs\tMailing List\tURL of Member Profile\n" +
      "Nell Ashworth\tuser 1201\t\t55\tFenbridge\t03/25/2019\t06/30/2026\t4\tYes\thttps://www.meetup.example/members/1201\n" +
      "عمر حداد\tuser 1202\t\t56\tEly\t12/02/2020\t06/30/2026\t0\tYes\thttps://www.meetup.example/members/1202\n",
    "meetup",
  );
  assert.deepEqual([nell!.name, nell!.memberNo, nell!.area, nell!.since?.toString(), nell!.address], ["Nell Ashworth", "user 1201", "Fenbridge", "2019-03-25", null]);
  assert.equal(omar!.since?.toString(), "2020-12-02");
});

test("Meetup attendees: who said no or waits is not a member of anything", () => {
  const read = drafts(
    "Name\tAttendance\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\tNotes\n" +
      ["Yes", "No", "Waitlist"].map((rsvp, i) => `Person ${i}\t\tuser ${i}\t\t\t${rsvp}\t0\tJune 30, 2026 6:20 PM\tMarch 5, 2021\thttps://x.example\t`).join("\n"),
    "meetup",
  );
  assert.deepEqual(read.map((draft) => [draft.gone, draft.status, draft.since?.toString()]), [[false, null, "2021-03-05"], [true, "No", "2021-03-05"], [true, "Waitlist", "2021-03-05"]]);
});

test("Eventbrite in American, British and Italian columns; the buyer is not the one who comes", () => {
  const us = drafts('Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status,Home City,Job Title,Company\n881,2026-05-01,Nell,Ashworth,Nell@Example.org,1,General,1,Attending,Fenbridge,Librarian,"Fenbridge, City Library"\n882,2026-05-01,Hal,Thistlewood,hal@example.org,1,General,2,Not Attending,Ely,,\n', "eventbrite");
  assert.deepEqual([us[0]!.name, us[0]!.address, us[0]!.employer, us[0]!.area, us[0]!.gone, us[1]!.gone], ["Nell Ashworth", "nell@example.org", "Fenbridge, City Library", "Fenbridge", false, true]);
  const uk = drafts("Order no.,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee Status,County of Residence,Home Postcode\n9,2026-05-01,Gwen,Prydderch,gwen@example.org,1,General,Attending,Cambs,CB1\n", "eventbrite");
  assert.equal(uk[0]!.name, "Gwen Prydderch");
  const it = drafts("Nome evento;ID evento;Ordine n.;Cognome acquirente;Nome acquirente;E-mail acquirente;Cognome;Nome;E-mail;Tipologia biglietto;Azienda\nIncontro;7;12;Rossi;Ada;ada@example.org;Bianchi;Zoe;zoe@example.org;Standard;Biblioteca\n", "eventbrite");
  assert.deepEqual([it[0]!.name, it[0]!.address, it[0]!.employer], ["Zoe Bianchi", "zoe@example.org", "Biblioteca"]);
});

test("Wild Apricot: lapsed is out, disabled letters are silent, pending renewal stays", () => {
  const header = "User ID,First name,Last name,Email,Phone,Membership enabled,Membership level,Membership status,Member since,Renewal due,Archived,Email delivery disabled\n";
  const row = (status: string, enabled = "yes", archived = "no", disabled = "no") => `1,A,B,a@example.org,,${enabled},Full,${status},2015-02-01,2027-01-01,${archived},${disabled}\n`;
  const read = drafts(header + row("Active") + row("Lapsed") + row("Pending - Renewal") + row("Pending - New") + row("Active", "no") + row("Active", "yes", "yes") + row("Active", "yes", "no", "yes"), "wild-apricot");
  assert.deepEqual(read.map((draft) => draft.gone), [false, true, false, true, true, true, false]);
  assert.deepEqual(read.map((draft) => draft.silent), [false, false, false, false, false, false, true]);
});

test("Luma, Google, Outlook and LinkedIn", () => {
  const luma = drafts("api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at\ngst-1,Misaki Sato,Misaki,Sato,misaki@example.org,,2026-06-01T10:00:00Z,approved,\ngst-2,Tomasz Wierzba,,,tomasz@example.org,,2026-06-01T10:00:00Z,pending_approval,\n", "luma");
  assert.deepEqual(luma.map((draft) => [draft.name, draft.gone]), [["Misaki Sato", false], ["Tomasz Wierzba", true]]);
  const google = drafts("First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nJosé,María,Peña,Biblioteca,* myContacts,Work,jose@example.org ::: pepe@example.org\n", "google");
  assert.deepEqual([google[0]!.name, google[0]!.address], ["José María Peña", "jose@example.org"]);
  const outlook = drafts("First Name;Last Name;Company;Job Title;Business City;E-mail Address\nBjörn;Åkesson;Stadsbibliotek;Chef;Malmö;bjorn@example.org\n", "outlook");
  assert.deepEqual([outlook[0]!.name, outlook[0]!.employer, outlook[0]!.area], ["Björn Åkesson", "Stadsbibliotek", "Malmö"]);
  const linkedin = drafts("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoë,Newcomb,https://x.example/in/zoe,,Fenbridge Library,Librarian,12 Jul 2024\n", "linkedin");
  assert.deepEqual([linkedin[0]!.name, linkedin[0]!.address, linkedin[0]!.since], ["Zoë Newcomb", null, null]);
});

test("CiviCRM: contacts take standing and date from a membership export, by contact", () => {
  const contacts = readAll("Contact ID,First Name,Last Name,Email,City\n7,Nell,Ashworth,nell@example.org,Fenbridge\n");
  assert.equal(contacts.format, "civicrm");
  const memberships = guessColumns(["Membership ID", "Contact ID", "Membership Type", "Member Since", "Membership Start Date", "Membership Expiration Date", "Status"]);
  assert.equal(isMembershipsOnly(memberships), true);
  assert.equal(isMembershipsOnly(contacts.columns), false);
  const joined = readRow(["7", "Nell", "Ashworth", "nell@example.org", "Fenbridge"], { columns: contacts.columns, dateOrder: "day-first" }, TODAY, new Map([["7", { since: "2009-04-01", status: "Expired" }]]));
  assert.ok(joined.kind === "draft");
  assert.deepEqual([joined.draft.since?.toString(), joined.draft.gone, joined.draft.status], ["2009-04-01", true, "Expired"]);
});

test("other languages", () => {
  assert.deepEqual(guessColumns(["Prénom", "Nom", "Courriel", "Ville", "Employeur", "Membre depuis", "Statut"]), ["first", "last", "email", "area", "employer", "since", "status"]);
  assert.deepEqual(guessColumns(["Vorname", "Nachname", "E-Mail-Adresse", "Wohnort", "Firma", "Mitglied seit", "Mitgliedsnummer"]), ["first", "last", "email", "area", "employer", "since", "memberNo"]);
  assert.deepEqual(guessColumns(["Nombre", "Apellidos", "Correo electrónico", "Ciudad", "Fecha de alta", "Estado"]), ["first", "last", "email", "area", "since", "status"]);
  assert.deepEqual(guessColumns(["Voornaam", "Achternaam", "E-mailadres", "Woonplaats", "Lid sinds"]), ["first", "last", "email", "area", "since"]);
  assert.deepEqual(guessColumns(["Primeiro nome", "Sobrenome", "E-mail", "Cidade", "Membro desde"]), ["first", "last", "email", "area", "since"]);
});

test("faults say which cell", () => {
  const mapping = { columns: ["name", "email", "since"], dateOrder: "day-first" } as const;
  const fault = (...cells: string[]) => {
    const outcome = readRow(cells, mapping, TODAY);
    return outcome.kind === "fault" ? [outcome.fault, outcome.cell] : outcome.kind;
  };
  assert.deepEqual(fault("", "nell@example.org", ""), ["no-name", "nell@example.org"]);
  assert.deepEqual(fault("Nell", "nell at example.org", ""), ["not-an-address", "nell at example.org"]);
  assert.deepEqual(fault("Nell", "", "31/02/2020"), ["not-a-date", "31/02/2020"]);
  assert.deepEqual(fault("Nell", "", "01/02/2030"), ["in-the-future", "01/02/2030"]);
  assert.equal(fault("Nell"), "draft", "a short row is a row");
});

test("statuses in several languages", () => {
  for (const status of ["Active", "Current", "Grace", "New", "Attending", "approved", "Checked In", "Aktiv", "Actif", "going", "yes", ""]) assert.equal(standingOf(status), "member", status);
  for (const status of ["Lapsed", "Expired", "Declined", "not attending", "Waitlist", "waitlisted", "No", "Cancelled", "Refunded/Canceled", "Scaduto", "Gekündigt", "Expiré", "Deceased", "Warteliste", "pending_approval", "Opgezegd"]) assert.equal(standingOf(status), "gone", status);
  for (const status of ["Unsubscribed", "opted-out", "Do not email", "Abgemeldet", "Désabonné"]) assert.equal(standingOf(status), "silent", status);
});

test("dates", () => {
  assert.equal(readDate("03/04/2020", "day-first")?.toString(), "2020-04-03");
  assert.equal(readDate("03/04/2020", "month-first")?.toString(), "2020-03-04");
  assert.equal(dateOrderOf(["03/04/2020", "04/25/2020"]), "month-first");
  for (const text of ["2020-04-03", "2020-04-03T10:00:00Z", "3 April 2020", "3 Apr 2020", "April 3, 2020", "Friday, April 3, 2020 6:20 PM", "3. April 2020", "3 avril 2020", "3 de abril de 2020", "3.4.2020", "03-Apr-20"]) {
    assert.equal(readDate(text, "day-first")?.toString(), "2020-04-03", text);
  }
  for (const text of ["", "soon", "2020-13-01", "0000-00-00", "99/99/9999", "3 Smarch 2020"]) assert.equal(readDate(text, "day-first"), null, text);
});

test("no row at all breaks it, and what comes out fits the tables", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TARGETS), { maxLength: 8 }), fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constant("Å".repeat(500))), { maxLength: 9 }), (columns, cells) => {
      const outcome = readRow(cells, { columns, dateOrder: "day-first" }, TODAY);
      if (outcome.kind === "fault") return;
      const { name, address, area } = outcome.draft;
      assert.ok(name.length >= 1 && name.length <= 200 && (area ?? "").length <= 120 && (address ?? "").length <= 254);
      assert.doesNotMatch(JSON.stringify(outcome.draft), /\\u0000/);
    }),
  );
});

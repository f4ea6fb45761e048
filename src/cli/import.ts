import { createReadStream, existsSync } from "node:fs";
import { basename } from "node:path";
import type { House } from "../house.ts";
import { openHouse } from "../main.ts";
import { checkImport } from "../organisations/import-check.actions.ts";
import { TARGETS } from "../organisations/import-columns.ts";
import type { Target } from "../organisations/import-columns.ts";
import { guessMapping } from "../organisations/import-file.ts";
import { filesOf, importById, removeImport } from "../organisations/import.sql.ts";
import { toWrite } from "../organisations/import.ts";
import type { Counts } from "../organisations/import.ts";
import { mapColumns, receiveUpload } from "../organisations/import-upload.actions.ts";
import { confirmImport, writeImport } from "../organisations/import-write.actions.ts";
import { rowsOf } from "../organisations/import-write.sql.ts";
import { organisationBySlug, unitBySlugs } from "../organisations/unit.sql.ts";
import { translator } from "../platform/i18n/translate.ts";
import { SetupError } from "../platform/errors.ts";
import { type Call, type Command, print, tell } from "./command.ts";

export const importMembers: Command = {
  usage: "FILE --unit ORGANISATION[/UNIT] [--memberships FILE] [--map COLUMN=WHAT,...] [--dry-run]",
  meaning: `Brings members in from an export of Meetup, Eventbrite, CiviCRM, Wild Apricot or any CSV, of any size. Nobody is written to. --dry-run only says what would happen. WHAT is one of ${TARGETS.join(", ")}.`,
  options: { unit: { type: "string" }, memberships: { type: "string" }, map: { type: "string" }, "dry-run": { type: "boolean" } },
  words: [1, 1],
  run,
};

async function run({ config, values, words: [path = ""] }: Call): Promise<void> {
  const { unit, memberships, map } = values as Record<string, string | undefined>;
  if (!unit)
    throw new SetupError("Say where the members belong: --unit ORGANISATION, or --unit ORGANISATION/UNIT, as in the address of its page.");
  const paths = memberships ? [path, memberships] : [path];
  const missing = paths.find((each) => !existsSync(each));
  if (missing !== undefined) throw new SetupError(`There is no file ${missing}.`);
  const { house, close } = await openHouse(config, tell);
  try {
    const { counts, faults } = await importFile(house, { paths, unit, map, dryRun: values["dry-run"] === true, tell });
    for (const fault of faults) tell(fault);
    print(summary(counts, values["dry-run"] === true));
  } finally {
    await close();
  }
}

export type ImportAsk = {
  paths: readonly string[];
  unit: string;
  map?: string | undefined;
  dryRun?: boolean;
  tell?: (line: string) => void;
};

/** The same steps as on the pages, one after the other; the file may be of any size. */
export async function importFile(
  house: House,
  { paths, unit, map, dryRun = false, tell = () => {} }: ImportAsk,
): Promise<{ id: string; counts: Counts; faults: string[] }> {
  const t = translator("en-GB");
  const [organisation = "", below] = unit.split("/");
  const found = below ? await unitBySlugs.maybe(house.db, organisation, below) : await organisationBySlug.maybe(house.db, organisation);
  if (!found)
    throw new SetupError(`There is no organisation or unit ${unit}. Take it from the address of its page, after /organisations/.`);
  const received = await receiveUpload(
    house,
    null,
    found.id,
    paths.map((path) => ({ name: basename(path), pieces: createReadStream(path, { highWaterMark: 1 << 20 }) })),
    Infinity,
  );
  if (received.kind === "not-found") throw new SetupError(`${found.name} is closed.`);
  if (received.kind === "unreadable") throw new SetupError(t(`imports.problem.${received.problem}`, { name: received.name }));
  const { id } = received;
  const [file] = await filesOf.many(house.db, id);
  const guess = guessMapping(file!);
  const columns = mapped(guess.columns, file!.header, map);
  tell(
    `Reading ${file!.name}: ${columns
      .map((target, i) => `${file!.header[i]} is ${target}`)
      .filter((_, i) => columns[i] !== "ignore")
      .join(", ")}.`,
  );
  const outcome = await mapColumns(house, null, id, { columns, dateOrder: guess.dateOrder, encoding: file!.encoding });
  if (outcome.kind !== "mapped") {
    await removeImport.run(house.db, id);
    throw new SetupError(`${t("imports.noNameColumn")} Its columns are ${file!.header.join(", ")}; use --map COLUMN=name.`);
  }
  await watching(house, id, "read", file!.byteCount, tell, () => checkImport(house, id));
  const checked = await importById.one(house.db, id);
  if (checked.problem) {
    await removeImport.run(house.db, id);
    throw new SetupError(
      [
        t(`imports.problem.${checked.problem}`, { name: file!.name }),
        checked.problemLine ? t("imports.problemLine", { line: checked.problemLine }) : "",
      ]
        .join(" ")
        .trim(),
    );
  }
  const faults = (await rowsOf.many(house.db, id, "fault", 1000, 0)).map(
    (row) => `Line ${row.line}: ${t(`imports.fault.${row.fault!}`, { cell: row.cell ?? "" })}`,
  );
  if (dryRun) {
    await removeImport.run(house.db, id);
    return { id, counts: checked.counts, faults };
  }
  await confirmImport(house, null, id);
  await watching(house, id, "written", checked.rowCount, tell, () => writeImport(house, id));
  return { id, counts: (await importById.one(house.db, id)).counts, faults };
}

/** `Surname=last,Mail=email` over the guesses. */
function mapped(guess: Target[], header: string[], map: string | undefined): Target[] {
  const columns = [...guess];
  for (const pair of map?.split(",") ?? []) {
    const [column = "", target = ""] = pair.split("=").map((part) => part.trim());
    const at = header.findIndex((each) => each.toLowerCase() === column.toLowerCase());
    if (at === -1) throw new SetupError(`There is no column ${column}. The columns are ${header.join(", ")}.`);
    if (!TARGETS.includes(target as Target)) throw new SetupError(`A column holds one of ${TARGETS.join(", ")}, not "${target}".`);
    columns[at] = target as Target;
  }
  return columns;
}

async function watching(
  house: House,
  id: string,
  done: string,
  all: number,
  tell: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const look = async () => {
    const now = await importById.maybe(house.db, id).catch(() => null);
    if (now && all > 0) tell(`${Math.min(100, Math.floor((now.progress / all) * 100))} per cent ${done} ...`);
  };
  const timer = setInterval(() => void look(), 2000);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

function summary(counts: Counts, dryRun: boolean): string {
  const t = translator("en-GB");
  const parts = Object.entries(counts)
    .filter(([fate]) => fate !== "silent")
    .map(([fate, count]) => `${t(`imports.fateName.${fate as Exclude<keyof Counts, "silent">}`)}: ${count}`);
  const count = toWrite(counts);
  return `${dryRun ? t("imports.previewLede", { count }) : `${t("imports.doneTitle", { count })}. ${t("imports.doneLede")}`}\n${parts.join(", ")}`;
}

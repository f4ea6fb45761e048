import { forPeople, done, notFound, show, tooMany } from "../web.ts";
import type { Handler, Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { mayOrganise } from "../people/viewer.ts";
import { fewAtOnce } from "../platform/http/few-at-once.ts";
import { formValues } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { isId } from "../platform/ids.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { forOrganisers } from "./asked-unit.routes.ts";
import { TARGETS } from "./import-columns.ts";
import type { Target } from "./import-columns.ts";
import { checkImport } from "./import-check.actions.ts";
import { ENCODINGS } from "./import-encoding.ts";
import { guessMapping } from "./import-file.ts";
import { AT_ONCE, FATES, stageOf } from "./import.ts";
import type { Fate } from "./import.ts";
import { mappingPage, unreadablePage, uploadPage, waitingPage } from "./import.pages.ts";
import { donePage, PREVIEW_PAGE, previewPage, undoPage } from "./import-preview.pages.ts";
import { filesOf, importById, importsOf } from "./import.sql.ts";
import { countKept, keptRows } from "./import-undo.sql.ts";
import { discardImport, mapColumns, receiveUpload } from "./import-upload.actions.ts";
import { confirmImport, undoImport } from "./import-write.actions.ts";
import { rowsOf } from "./import-write.sql.ts";
import { unitById } from "./unit.sql.ts";
import { unitUrl } from "./unit.ts";
import type { Unit } from "./unit.ts";

export const showUpload = forOrganisers(async (c, _viewer, unit) => show(c, uploadPage(c.var.view, { unit, past: await importsOf.many(c.var.house.db, unit.id) })));

const UPLOADS = { most: 30, minutes: 60 };

/** A form with two large files takes half a gigabyte of memory while it is read. Those who wait are not read yet. */
const inTurn = fewAtOnce(1);

export const postUpload = forOrganisers(async (c, viewer, unit) => {
  const { house } = c.var;
  if (!(await withinRate(house.db, house.clock.now(), "import", viewer.personId, UPLOADS))) return tooMany(c);
  return inTurn(() => takeUpload(c, viewer, unit));
});

async function takeUpload(c: Web, viewer: Viewer, unit: Unit): Promise<Response> {
  const { house, view } = c.var;
  const body: Record<string, string | File | (string | File)[]> = await c.req.parseBody({ all: true }).catch(() => ({})); // cut off on its way
  const files = ["file", "second"].map((name) => [body[name]].flat()[0]).filter((file): file is File => file instanceof File && file.size > 0);
  const again = async (problem: Parameters<typeof uploadPage>[1]["wrong"]) => show(c, uploadPage(view, { unit, past: await importsOf.many(house.db, unit.id), wrong: problem }), 422);
  const named = [body["file"]].flat()[0];
  if (files.length === 0 || !(named instanceof File) || named.size === 0) {
    return again(named instanceof File && named.name ? { problem: "empty", name: named.name } : { problem: "no-file", name: "" });
  }
  const received = await receiveUpload(house, viewer, unit.id, files.map((file) => ({ name: file.name, pieces: file.stream() })));
  if (received.kind === "not-found") return notFound(c);
  if (received.kind === "unreadable") return again(received);
  return done(c, `/imports/${received.id}/columns`);
}

type Found = NonNullable<Awaited<ReturnType<typeof importById.maybe>>>;

/** For whoever organises the unit that an import is for. */
function forImport(handle: (c: Web, viewer: Viewer, found: Found, unit: Unit) => Promise<Response>): Handler {
  return forPeople(async (c, viewer) => {
    const id = c.req.param("id");
    const found = isId(id) ? await importById.maybe(c.var.house.db, id) : null;
    const unit = found && (await unitById.maybe(c.var.house.db, found.unitId));
    return found && unit && mayOrganise(viewer, unit.path) ? handle(c, viewer, found, unit) : notFound(c);
  });
}

export const showImport = forImport(async (c, _viewer, found, unit) => {
  const { house, view } = c.var;
  const stage = stageOf(found);
  const { id, counts } = found;
  const files = await filesOf.many(house.db, id);
  if (stage === "mapping") return c.redirect(`/imports/${id}/columns`, 303);
  if (stage === "checking" || stage === "writing" || stage === "undoing") {
    c.header("refresh", "2");
    const all = stage === "checking" ? (files[0]?.byteCount ?? 0) : stage === "writing" ? found.rowCount : (counts.new ?? 0) + (counts.added ?? 0);
    return show(c, waitingPage(view, { unit, id, stage, done: found.progress, all }));
  }
  if (stage === "unreadable") return show(c, unreadablePage(view, { unit, id, problem: found.problem!, name: files[0]?.name ?? "", line: found.problemLine }));
  if (stage === "preview" || stage === "failed") {
    const asked = c.req.query("rows") as Fate;
    const fate = FATES.includes(asked) ? asked : "";
    const from = Math.max(0, Math.floor(Number(c.req.query("from")) || 0));
    const rows = await rowsOf.many(house.db, id, fate, PREVIEW_PAGE, Math.min(from, 10_000_000));
    return show(c, previewPage(view, { unit, id, counts, fate, rows, from, failed: stage === "failed" }));
  }
  const undone = found.undoneAt ? { count: found.undoneCount, kept: found.keptCount } : null;
  const kept = undone ? await keptRows.many(house.db, id, 200, 0) : [];
  return show(c, donePage(view, { unit, id, counts, undone, kept, mayUndo: true }));
});

export const showColumns = forImport(async (c, _viewer, found, unit) => {
  const [file, second] = await filesOf.many(c.var.house.db, found.id);
  if (!file || found.confirmedAt) return c.redirect(`/imports/${found.id}`, 303);
  const guess = found.columns?.length === file.header.length ? { columns: found.columns, dateOrder: found.dateOrder } : guessMapping(file);
  return show(c, mappingPage(c.var.view, { unit, id: found.id, file, second, guess }));
});

export const postColumns = forImport(async (c, viewer, found, unit) => {
  const { house, view } = c.var;
  const [file, second] = await filesOf.many(house.db, found.id);
  if (!file) return done(c, `/imports/${found.id}`);
  const values = await formValues(c);
  const columns = file.header.map((_, i) => oneOf(TARGETS, values[`c${i}`]) ?? ("ignore" satisfies Target));
  const dateOrder = values["dateOrder"] === "month-first" ? "month-first" : "day-first";
  const encoding = oneOf(ENCODINGS, values["encoding"]) ?? file.encoding;
  const outcome = await mapColumns(house, viewer, found.id, { columns, dateOrder, encoding });
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "reread") return done(c, `/imports/${found.id}/columns`, "imports.reread");
  if (outcome.kind === "no-name") return show(c, mappingPage(view, { unit, id: found.id, file, second, guess: { columns, dateOrder }, errors: { columns: view.t("imports.noNameColumn") } }), 422);
  if (outcome.kind === "mapped") {
    if (file.byteCount <= AT_ONCE) await checkImport(house, found.id);
    else await house.db.transaction((tx) => enqueue(tx, "check-import", { importId: found.id }, { key: `check-import:${found.id}` }));
  }
  return done(c, `/imports/${found.id}`);
});

export const postConfirmation = forImport(async (c, viewer, found) => {
  const outcome = await confirmImport(c.var.house, viewer, found.id);
  return outcome.kind === "not-found" ? notFound(c) : done(c, `/imports/${found.id}`);
});

export const postImportRemoval = forImport(async (c, viewer, found, unit) => {
  const outcome = await discardImport(c.var.house, viewer, found.id);
  return outcome.kind === "not-found" ? notFound(c) : done(c, `${unitUrl(unit)}/import`, "imports.discarded");
});

export const showUndoing = forImport(async (c, _viewer, found, unit) => {
  const { db } = c.var.house;
  if (!found.finishedAt || found.undoAskedAt) return c.redirect(`/imports/${found.id}`, 303);
  const { kept, undoable } = await countKept.one(db, found.id);
  return show(c, undoPage(c.var.view, { unit, id: found.id, createdAt: found.createdAt, undoable, kept, rows: await keptRows.many(db, found.id, 200, 0) }));
});

export const postUndoing = forImport(async (c, viewer, found) => {
  const outcome = await undoImport(c.var.house, viewer, found.id);
  return outcome.kind === "not-found" ? notFound(c) : done(c, `/imports/${found.id}`);
});

function oneOf<T extends string>(words: readonly T[], value: unknown): T | undefined {
  return words.find((word) => word === value);
}

/** The import itself: the file, the mapping, how far it is. What its rows do is in import-write.sql.ts. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Format, Target } from "./import-columns.ts";
import type { DateOrder } from "./import-dates.ts";
import type { Encoding } from "./import-encoding.ts";
import type { Counts, Problem } from "./import.ts";
import type { Delimiter } from "./import-csv.ts";

export const insertImport = command(
  (id: string, unitId: string, by: string | null, at: Temporal.Instant) => sql`
    insert into member_import (id, unit_id, by_person_id, created_at) values (${id}, ${unitId}, ${by}, ${at})`,
);

export type NewFile = { position: number; name: string; byteCount: number; encoding: Encoding; delimiter: Delimiter; format: Format; header: string[]; headerLine: number; samples: string[][] };

export const insertFile = command(
  (importId: string, f: NewFile) => sql`
    insert into import_file (import_id, position, name, byte_count, encoding, delimiter, format, header, header_line, samples)
    values (${importId}, ${f.position}, ${f.name}, ${f.byteCount}, ${f.encoding}, ${f.delimiter}, ${f.format}, ${f.header}, ${f.headerLine}, ${JSON.stringify(f.samples)}::jsonb)
    on conflict (import_id, position) do update
      set encoding = excluded.encoding, delimiter = excluded.delimiter, format = excluded.format, header = excluded.header,
          header_line = excluded.header_line, samples = excluded.samples, byte_count = excluded.byte_count`,
);

export const insertChunk = command(
  (importId: string, filePosition: number, position: number, bytes: Buffer) => sql`
    insert into import_chunk (import_id, file_position, position, bytes) values (${importId}, ${filePosition}, ${position}, ${bytes})`,
);

export const chunk = query(
  { bytes: col.bytes },
  (importId: string, filePosition: number, position: number) => sql`
    select bytes from import_chunk where import_id = ${importId} and file_position = ${filePosition} and position = ${position}`,
);

export const importById = query(
  {
    id: col.uuid,
    unitId: col.uuid,
    byPersonId: col.uuid.orNull,
    createdAt: col.instant,
    columns: { ...col.texts.orNull, type: undefined as unknown as Target[] | null },
    dateOrder: col.word<DateOrder>(),
    mappedAt: col.instant.orNull,
    checkedAt: col.instant.orNull,
    problem: { ...col.text.orNull, type: undefined as unknown as Problem | null },
    problemLine: col.int.orNull,
    counts: col.json<Counts>(),
    rowCount: col.int,
    confirmedAt: col.instant.orNull,
    finishedAt: col.instant.orNull,
    failedAt: col.instant.orNull,
    undoAskedAt: col.instant.orNull,
    undoneAt: col.instant.orNull,
    undoneCount: col.int,
    keptCount: col.int,
    progress: col.big,
  },
  (id: string) => sql`
    select id, unit_id as "unitId", by_person_id as "byPersonId", created_at as "createdAt", columns, date_order as "dateOrder",
           mapped_at as "mappedAt", checked_at as "checkedAt", problem, problem_line as "problemLine", counts, row_count as "rowCount",
           confirmed_at as "confirmedAt", finished_at as "finishedAt", failed_at as "failedAt", undo_asked_at as "undoAskedAt",
           undone_at as "undoneAt", undone_count as "undoneCount", kept_count as "keptCount", progress
      from member_import
     where id = ${id}`,
);

export const filesOf = query(
  {
    position: col.int,
    name: col.text,
    byteCount: col.big,
    encoding: col.word<Encoding>(),
    delimiter: col.word<Delimiter>(),
    format: col.word<Format>(),
    header: col.texts,
    headerLine: col.int,
    samples: col.json<string[][]>(),
  },
  (importId: string) => sql`
    select position, name, byte_count as "byteCount", encoding, delimiter, format, header, header_line as "headerLine", samples
      from import_file
     where import_id = ${importId}
     order by position`,
);

/** What was brought to a unit before, newest first. */
export const importsOf = query(
  { id: col.uuid, createdAt: col.instant, finishedAt: col.instant.orNull, undoneAt: col.instant.orNull, counts: col.json<Counts>(), byName: col.text.orNull },
  (unitId: string) => sql`
    select i.id, i.created_at as "createdAt", i.finished_at as "finishedAt", i.undone_at as "undoneAt", i.counts, p.name as "byName"
      from member_import i
      left join person p on p.id = i.by_person_id
     where i.unit_id = ${unitId} and (i.finished_at is not null or i.checked_at is not null)
     order by i.created_at desc
     limit 20`,
);

/** A new mapping makes what was found under an old one void. */
export const setMapping = command(
  (id: string, columns: string[], dateOrder: string, at: Temporal.Instant) => sql`
    update member_import
       set columns = ${columns}, date_order = ${dateOrder}, mapped_at = ${at}, checked_at = null, problem = null, problem_line = null, progress = 0
     where id = ${id} and confirmed_at is null`,
);

/** Once: of two who press at the same time one confirms. */
export const confirm = command(
  (id: string, at: Temporal.Instant) => sql`
    update member_import
       set confirmed_at = ${at}, progress = 0
     where id = ${id} and checked_at is not null and problem is null and confirmed_at is null`,
);

/** It may be tried again from the preview. */
export const setFailed = command((id: string, at: Temporal.Instant) => sql`update member_import set failed_at = ${at} where id = ${id} and finished_at is null`);
export const tryAgain = command((id: string) => sql`update member_import set failed_at = null, confirmed_at = null, progress = 0 where id = ${id} and failed_at is not null and finished_at is null`);

export const setProgress = command((id: string, progress: number) => sql`update member_import set progress = ${progress} where id = ${id}`);

export const setChecked = command(
  (id: string, at: Temporal.Instant, counts: string, rowCount: number, problem: string | null, problemLine: number | null) => sql`
    update member_import
       set checked_at = ${at}, counts = ${counts}::jsonb, row_count = ${rowCount}, problem = ${problem}, problem_line = ${problemLine}
     where id = ${id}`,
);

export const setFinished = command(
  (id: string, at: Temporal.Instant, counts: string) => sql`
    update member_import set finished_at = ${at}, failed_at = null, counts = ${counts}::jsonb where id = ${id}`,
);

export const askUndo = command(
  (id: string, at: Temporal.Instant) => sql`
    update member_import set undo_asked_at = ${at}, progress = 0 where id = ${id} and finished_at is not null and undo_asked_at is null`,
);

export const setUndone = command(
  (id: string, at: Temporal.Instant, undone: number, kept: number) => sql`
    update member_import set undone_at = ${at}, undone_count = ${undone}, kept_count = ${kept} where id = ${id}`,
);

/** One after the other, whoever works on the same import. */
export const lockImport = command((id: string) => sql`select pg_advisory_xact_lock(hashtextextended(${id}::text, 6))`);

/** A file of hundreds of thousands takes its time; no page waits for it. For this transaction only. */
export const takeTime = command(() => sql`select set_config('statement_timeout', '15min', true)`);

export const forgetFiles = command((id: string) => sql`delete from import_file where import_id = ${id}`);
export const forgetRows = command((id: string) => sql`delete from import_row where import_id = ${id}`);
export const removeImport = command((id: string) => sql`delete from member_import where id = ${id} and finished_at is null and confirmed_at is null`);

/** Uploads that nobody confirmed within a day. */
export const forgetUploads = command(
  (before: Temporal.Instant) => sql`delete from member_import where created_at < ${before} and finished_at is null and (confirmed_at is null or failed_at is not null)`,
);

/** Each may be large, so of those that one person has not decided on only the newest are kept. */
export const forgetUploadsBut = command(
  (personId: string, newest: number) => sql`
    delete from member_import
     where id in (select id
                    from member_import
                   where by_person_id = ${personId} and finished_at is null and (confirmed_at is null or failed_at is not null)
                   order by created_at desc, id desc
                  offset ${newest}::int)`,
);

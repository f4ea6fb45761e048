/** Words as they are compared, and the words that there are. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const foldedText = query({ folded: col.text }, (typed: string) => sql`select coalesce(folded(${typed}::text), '') as "folded"`);

/** For each word without digits that stands for itself nowhere, at most five that look like it, the likeliest first. */
export const likeWords = query(
  { position: col.big, word: col.text },
  (words: string[]) => sql`
    select typed.position, alike.word
      from unnest(${words}::text[]) with ordinality typed (word, position)
     cross join lateral (
           select k.word
             from known_word k
            where k.word % typed.word
            order by k.word <-> typed.word, abs(length(k.word) - length(typed.word)), k.word
            limit 5) alike
     where length(typed.word) > 2
       and typed.word !~ '\\d'
       and not exists (select from known_word k where k.word collate "C" >= typed.word collate "C" and k.word collate "C" < (typed.word || ${"\u{10FFFF}"}::text) collate "C")
     order by typed.position, alike.word <-> typed.word, alike.word`,
);

const inUse = sql`
    select distinct split_part(words, ' ', 1) as word from person_found_by
    union
    select unnest(tsvector_to_array(lexemes)) from event_found_by
    union
    select unnest(tsvector_to_array(lexemes)) from unit_found_by`;

export const learnWords = command(() => sql`
    insert into known_word (word)
    select word from (${inUse}) used where length(word) between 3 and 60 and word !~ '\\d'
    on conflict do nothing`);

export const forgetWords = command(() => sql`delete from known_word k where not exists (select from (${inUse}) used where used.word = k.word)`);

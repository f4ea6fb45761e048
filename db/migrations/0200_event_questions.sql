-- Up to three questions that organisers ask of whoever comes, each with what the answers are for.
create table event_question (
  id          uuid primary key default gen_random_uuid(),
  event_id    uuid not null references event on delete cascade,
  nth         int not null,
  kind        text not null check (kind in ('text', 'one', 'many')),
  words       text not null check (length(words) between 1 and 200),
  purpose     text not null check (length(purpose) between 1 and 200),
  options     text[] not null default '{}',                          -- of a choice; once somebody has answered, a question stays as they read it
  is_required boolean not null default false,
  stopped_at  timestamptz,                                           -- asked no more; what was answered stays to be read
  unique (event_id, nth),
  check (case kind when 'text' then cardinality(options) = 0 else cardinality(options) between 2 and 10 end)
);

-- Gone four weeks after the event. `said` is the text alone, or the options chosen.
create table question_answer (
  question_id uuid not null references event_question on delete cascade,
  person_id   uuid not null references person on delete cascade,
  said        text[] not null check (cardinality(said) between 1 and 10),
  answered_at timestamptz not null,
  primary key (question_id, person_id)
);
create index question_answer_person on question_answer (person_id);

-- Kept beside the event, so that its page need not look for questions where none are asked.
alter table event add column question_count int not null default 0 check (question_count between 0 and 3);

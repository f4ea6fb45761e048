-- A few words with the question, for whoever is asked and nobody else. They live as long as the question: any answer, and taking it back, erases them.
alter table connection add column note text check (length(note) between 1 and 300);
alter table connection add constraint connection_note_while_open check (note is null or (accepted_at is null and declined_at is null and ended_at is null));

-- What somebody wishes for at every meet-up. null: they have not said, or have no preference.
alter table person
  add column photo_consent text check (photo_consent in ('fine', 'ask', 'no')), -- seen by the organisers of what they answer
  add column to_be_met     text check (to_be_met in ('come_to_me', 'i_come_to_you', 'text_first')); -- seen by nobody else; only introductions follow it

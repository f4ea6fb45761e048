-- What is still to come is a small part of all that there ever was: a common word looks through these, and a rare one through the words.
create index event_found_by_ends on event_found_by (ends_at);

-- Handles and numbers (a year, a person's number) are looked for as they are. Among the words that a misspelt one may have meant they were the most, and
-- never the right one.
delete from known_word where word ~ '\d';

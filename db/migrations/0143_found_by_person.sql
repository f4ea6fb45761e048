-- Whether somebody is found in a scope already is asked for each row on its own: from the person, not through the whole of a network.
create index person_found_by_person_scope on person_found_by (person_id, scope_id);
drop index person_found_by_person;

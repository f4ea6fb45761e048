-- Who sees what of a profile. A field that is not named is for everyone who may open the page, as it was before there was a choice.
alter table person add column audiences jsonb not null default '{}' check (jsonb_typeof(audiences) = 'object');
alter table handle add column audience text not null default 'everyone' check (audience in ('everyone', 'networks', 'known', 'me'));

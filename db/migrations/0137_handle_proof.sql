-- verified_at: when its page was last seen to link back (rel=me). looked_at: when somebody last went to see.
alter table handle add column looked_at timestamptz;
create index handle_verified on handle (looked_at) where verified_at is not null;

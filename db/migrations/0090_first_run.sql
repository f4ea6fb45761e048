-- The one-time link that the console shows while nobody has an account: whoever merely arrives first owns nothing.
create table first_run (
  token_hash bytea primary key,
  created_at timestamptz not null
);

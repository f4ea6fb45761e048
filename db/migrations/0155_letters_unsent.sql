-- The few that are not sent, among all that ever were: looked for every five minutes, and at each reading of /metrics.
create index letter_unsent on letter (created_at) where sent_at is null;

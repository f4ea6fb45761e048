-- Where an organisation reads letters: on its page, and the Reply-To of letters that go out in its name.
alter table organisation add column mailbox text check (length(mailbox) <= 254);
-- A reply goes to the organisation's mailbox as it is when the letter leaves.
alter table letter add column reply_to_organisation_id uuid references organisation on delete set null;

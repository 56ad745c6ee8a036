-- What clients read of a month.

-- That a contact was written that the report of a month is there, or was not since there was nothing to say: decided once.
create table report_posting (
  id text primary key,
  contact_id text not null references contact (id),
  period text not null,
  decided_at bigint not null,
  is_written bigint not null check (is_written in (0, 1)),
  unique (contact_id, period)
);
create index report_posting_by_period on report_posting (period, contact_id);

-- Who asked to be written each month, though they decide nothing.
create table report_subscription (
  contact_id text primary key references contact (id),
  since_at bigint not null
);

-- Leases that were cut.
--
-- Reason: a provider may announce that capacity will not be there. What a lease had from an hour on is then no longer
-- owed, so that its quota is used + idle + missed + cut at its end.

-- Milli-unit-seconds that are no longer owed.
ALTER TABLE exchange.lease ADD COLUMN cut bigint NOT NULL DEFAULT 0 CHECK (cut >= 0);
-- The demand that looked for what was cut last; NULL where none did.
ALTER TABLE exchange.lease ADD COLUMN sought bigint;
ALTER TABLE exchange.lease DROP CONSTRAINT lease_not_overdelivered;
ALTER TABLE exchange.lease ADD CONSTRAINT lease_not_overdelivered CHECK (used + idle + missed + cut <= quota);
GRANT UPDATE (cut, sought) ON exchange.lease TO suanli_writer;

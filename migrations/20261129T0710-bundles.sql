-- The bundle that a demand is a line of: the number of its first line.
--
-- Reason: lines are filled together or not at all, and whoever reads one must find the others.

ALTER TABLE exchange.demand ADD COLUMN bundle bigint;

-- Demands of which the hours are chosen within their window, in one piece or in several.
--
-- Reason: a fill no longer has all the hours that a unit gets, so what is filled is counted in unit-hours.

ALTER TABLE exchange.demand DROP CONSTRAINT demand_not_overfilled;
ALTER TABLE exchange.demand RENAME COLUMN filled TO filled_hours;
ALTER TABLE exchange.demand ADD COLUMN hours bigint;
UPDATE exchange.demand SET hours = end_hour - start_hour, filled_hours = filled_hours * (end_hour - start_hour);
ALTER TABLE exchange.demand ALTER COLUMN hours SET NOT NULL;
ALTER TABLE exchange.demand ADD CHECK (hours > 0 AND hours <= end_hour - start_hour);
ALTER TABLE exchange.demand ADD CONSTRAINT demand_not_overfilled CHECK (filled_hours <= quantity * hours);

-- Demands in SCU, and what a unit was in SCU at a fill.
--
-- Reason: such a demand may be filled a little beyond its quantity, and its fills add up in micro-SCU-hours (milli-units ×
-- milli-SCU a unit × hours), so that what is filled is exact over several types.

-- The most that may be filled, counted as `filled_hours` is but for the hours: the quantity in milli-units, or of a demand in SCU quantity +
-- tolerance in micro-SCU.
ALTER TABLE exchange.demand ADD COLUMN most bigint;
UPDATE exchange.demand SET most = quantity;
ALTER TABLE exchange.demand ALTER COLUMN most SET NOT NULL;
ALTER TABLE exchange.demand DROP CONSTRAINT demand_not_overfilled;
ALTER TABLE exchange.demand ADD CONSTRAINT demand_not_overfilled CHECK (filled_hours <= most * hours);
GRANT UPDATE (most) ON exchange.demand TO suanli_writer;

-- Milli-SCU a unit, by the conversion version beside it; NULL where the demand is in units.
ALTER TABLE exchange.fill ADD COLUMN milli_scu bigint CHECK (milli_scu > 0);

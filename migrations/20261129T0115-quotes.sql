-- A demand that is a firm quote still.
--
-- Reason: a quote holds money, lots and capacity under the number of the demand that it becomes.

ALTER TABLE exchange.demand DROP CONSTRAINT demand_state_check;
ALTER TABLE exchange.demand ADD CONSTRAINT demand_state_check
    CHECK (state IN ('quoted', 'open', 'filled', 'closed'));

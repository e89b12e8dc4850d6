-- Offers and demands whose terms change while they are open.
--
-- Reason: an amendment changes price, schedule, limit and quantity, and the versions that a demand is pinned to. The
-- former steps of a schedule stay: capacity was sold under them.

GRANT UPDATE (start_hour, end_hour, price, body) ON exchange.offer TO suanli_writer;
GRANT UPDATE (quantity, price_limit, body, network_version, conversion_version, policy_version, reference_version)
    ON exchange.demand TO suanli_writer;

-- The record that set the step; an offer's schedule is its steps with the largest.
ALTER TABLE exchange.offer_step ADD COLUMN seq bigint;
UPDATE exchange.offer_step AS s SET seq = o.seq FROM exchange.offer AS o WHERE o.id = s.offer;
ALTER TABLE exchange.offer_step ALTER COLUMN seq SET NOT NULL;
ALTER TABLE exchange.offer_step DROP CONSTRAINT offer_step_pkey;
ALTER TABLE exchange.offer_step ADD PRIMARY KEY (offer, seq, start_hour);

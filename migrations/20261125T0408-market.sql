-- Offers, demands, fills, leases and deliveries.
--
-- Reason: projections of the journal for readers and audits. Checks hold what one row can hold: nothing is
-- filled beyond its quantity, nothing delivered beyond its lease.

CREATE TABLE exchange.offer (
    id bigint PRIMARY KEY,
    provider bigint NOT NULL,
    instance_type bigint NOT NULL,
    zone bigint NOT NULL,
    start_hour bigint NOT NULL,
    end_hour bigint NOT NULL,
    lot_size bigint NOT NULL CHECK (lot_size > 0),
    -- NULL where the price goes by the hour of the week.
    price bigint,
    state text NOT NULL CHECK (state IN ('open', 'closed')),
    reason text,
    body bytea NOT NULL,
    seq bigint NOT NULL,
    CHECK ((reason IS NOT NULL) = (state = 'closed'))
) WITH (fillfactor = 90);

CREATE INDEX offer_open ON exchange.offer (instance_type, zone, id) WHERE state = 'open';
CREATE INDEX offer_provider ON exchange.offer (provider, id);

CREATE TABLE exchange.offer_step (
    offer bigint NOT NULL,
    start_hour bigint NOT NULL,
    end_hour bigint NOT NULL CHECK (end_hour > start_hour),
    quantity bigint NOT NULL CHECK (quantity >= 0),
    PRIMARY KEY (offer, start_hour)
);

CREATE TABLE exchange.demand (
    id bigint PRIMARY KEY,
    buyer bigint NOT NULL,
    quantity bigint NOT NULL CHECK (quantity > 0),
    filled bigint NOT NULL DEFAULT 0 CHECK (filled >= 0),
    start_hour bigint NOT NULL,
    end_hour bigint NOT NULL,
    home bigint NOT NULL,
    price_limit bigint NOT NULL,
    -- Own money, and amounts of lots, that it holds now.
    held_own bigint NOT NULL DEFAULT 0 CHECK (held_own >= 0),
    held_lots bigint NOT NULL DEFAULT 0 CHECK (held_lots >= 0),
    state text NOT NULL CHECK (state IN ('open', 'filled', 'closed')),
    -- Why the residual was given up; NULL while it is open, and where it was filled whole.
    reason text,
    body bytea NOT NULL,
    network_version bigint NOT NULL,
    conversion_version bigint NOT NULL,
    policy_version bigint NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT demand_not_overfilled CHECK (filled <= quantity),
    CHECK ((reason IS NOT NULL) = (state = 'closed'))
) WITH (fillfactor = 80);

CREATE INDEX demand_open ON exchange.demand (id) WHERE state = 'open';
CREATE INDEX demand_buyer ON exchange.demand (buyer, id);

CREATE TABLE exchange.fill (
    id bigint PRIMARY KEY,
    demand bigint NOT NULL,
    offer bigint NOT NULL,
    buyer bigint NOT NULL,
    provider bigint NOT NULL,
    quantity bigint NOT NULL CHECK (quantity > 0),
    start_hour bigint NOT NULL,
    end_hour bigint NOT NULL CHECK (end_hour > start_hour),
    ask_sum bigint NOT NULL,
    price_sum bigint NOT NULL,
    charge_tariff bigint NOT NULL,
    home bigint NOT NULL,
    zone bigint NOT NULL,
    capacity bigint NOT NULL CHECK (capacity >= 0),
    transfer bigint NOT NULL CHECK (transfer >= 0),
    -- Of the capacity line, paid with the buyer's own money at the fill.
    own bigint NOT NULL CHECK (own BETWEEN 0 AND capacity),
    fee_basis_points smallint NOT NULL,
    network_version bigint NOT NULL,
    conversion_version bigint NOT NULL,
    policy_version bigint NOT NULL,
    related boolean NOT NULL,
    seq bigint NOT NULL
);

CREATE INDEX fill_demand ON exchange.fill (demand, id);
CREATE INDEX fill_offer ON exchange.fill (offer, id);
CREATE INDEX fill_buyer ON exchange.fill (buyer, id);
CREATE INDEX fill_provider ON exchange.fill (provider, id);

-- What public money pays of a fill.
CREATE TABLE exchange.fill_share (
    fill bigint NOT NULL,
    lot bigint NOT NULL,
    funder smallint NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (fill, lot, funder)
);

-- How a programme's rules came to its part.
CREATE TABLE exchange.fill_evaluation (
    fill bigint NOT NULL,
    programme bigint NOT NULL,
    version bigint NOT NULL,
    contract_base bigint NOT NULL,
    contract_amount bigint NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (fill, programme)
);

-- A fill becomes one lease, which carries its number. Amounts in milli-unit-seconds.
CREATE TABLE exchange.lease (
    id bigint PRIMARY KEY,
    buyer bigint NOT NULL,
    provider bigint NOT NULL,
    quota bigint NOT NULL CHECK (quota > 0),
    used bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
    idle bigint NOT NULL DEFAULT 0 CHECK (idle >= 0),
    missed bigint NOT NULL DEFAULT 0 CHECK (missed >= 0),
    -- The second up to which every unit has come to its end.
    delivered_until bigint NOT NULL,
    matured bigint NOT NULL DEFAULT 0 CHECK (matured >= 0),
    claimed bigint NOT NULL DEFAULT 0 CHECK (claimed >= 0),
    -- Why it ended early; NULL where it did not.
    reason text,
    -- The hour from which it has ended early.
    ended_hour bigint,
    seq bigint NOT NULL,
    CONSTRAINT lease_not_overdelivered CHECK (used + idle + missed <= quota)
) WITH (fillfactor = 80);

CREATE INDEX lease_buyer ON exchange.lease (buyer, id);
CREATE INDEX lease_provider ON exchange.lease (provider, id);

CREATE TABLE exchange.delivery (
    lease bigint NOT NULL,
    from_second bigint NOT NULL,
    until_second bigint NOT NULL CHECK (until_second > from_second),
    used bigint NOT NULL CHECK (used >= 0),
    idle bigint NOT NULL CHECK (idle >= 0),
    missed bigint NOT NULL CHECK (missed >= 0),
    -- NULL where the provider reported it.
    reason text,
    seq bigint NOT NULL,
    PRIMARY KEY (lease, from_second)
);

CREATE TABLE exchange.claim (
    seq bigint NOT NULL,
    lease bigint NOT NULL,
    lot bigint NOT NULL,
    funder smallint NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (seq, lease, lot, funder)
);

CREATE INDEX claim_lease ON exchange.claim (lease);

GRANT SELECT, INSERT ON exchange.offer, exchange.offer_step, exchange.demand, exchange.fill, exchange.fill_share,
    exchange.fill_evaluation, exchange.lease, exchange.delivery, exchange.claim TO suanli_writer;
GRANT UPDATE (state, reason) ON exchange.offer TO suanli_writer;
GRANT UPDATE (filled, held_own, held_lots, state, reason) ON exchange.demand TO suanli_writer;
GRANT UPDATE (used, idle, missed, delivered_until, matured, claimed, reason, ended_hour) ON exchange.lease
    TO suanli_writer;
GRANT SELECT ON exchange.offer, exchange.offer_step, exchange.demand, exchange.fill, exchange.fill_share,
    exchange.fill_evaluation, exchange.lease, exchange.delivery, exchange.claim TO suanli_reader, suanli_auditor;

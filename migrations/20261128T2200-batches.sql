-- Batches and their certificates.
--
-- Reason: what a batch froze, and how good its outcome provably is, is published: primal, dual, gap, and a shadow price
-- for each offer. Who its members are, and their limits, are in the journal alone.

CREATE TABLE exchange.batch (
    id bigint PRIMARY KEY,
    zone bigint NOT NULL,
    start_hour bigint NOT NULL,
    end_hour bigint NOT NULL CHECK (end_hour > start_hour),
    lot bigint NOT NULL CHECK (lot > 0),
    -- When everything is released if it has not been closed, in microseconds since 1970.
    deadline bigint NOT NULL,
    members bigint NOT NULL CHECK (members > 0),
    state text NOT NULL CHECK (state IN ('called', 'cleared', 'released')),
    -- Why everything was released.
    reason text,
    -- A `BatchProof` of docs/log-values.md.
    proof bytea,
    -- Members that got nothing though a unit would gain them something at the shadow prices.
    rejected bigint CHECK (rejected >= 0),
    seq bigint NOT NULL,
    closed_seq bigint,
    CHECK ((closed_seq IS NULL) = (state = 'called')),
    CHECK ((reason IS NULL) = (state <> 'released')),
    CHECK ((proof IS NULL) = (state <> 'cleared')),
    CHECK ((rejected IS NULL) = (state <> 'cleared'))
) WITH (fillfactor = 80);

CREATE TABLE exchange.batch_offer (
    batch bigint NOT NULL,
    -- From 0, as the proof's lists of prices.
    position bigint NOT NULL CHECK (position >= 0),
    offer bigint NOT NULL,
    ask bigint NOT NULL,
    capacity bigint NOT NULL CHECK (capacity > 0),
    PRIMARY KEY (batch, position)
);

GRANT SELECT, INSERT ON exchange.batch, exchange.batch_offer TO suanli_writer;
GRANT UPDATE (state, reason, proof, rejected, closed_seq) ON exchange.batch TO suanli_writer;
GRANT SELECT ON exchange.batch, exchange.batch_offer TO suanli_reader, suanli_auditor;

-- Voucher programmes, their versions, what was authorised, decisions on applications, and lots.
--
-- Reason: a version goes live only by the approval of a second person, and the table refuses two equal persons.

CREATE TABLE exchange.programme (
    id bigint PRIMARY KEY,
    code text NOT NULL,
    -- The version in force; NULL before the first approval.
    live_version bigint,
    seq bigint NOT NULL
);

CREATE TABLE exchange.programme_version (
    programme bigint NOT NULL,
    version bigint NOT NULL,
    mode smallint NOT NULL,
    -- The canonical bytes of the definition.
    body bytea NOT NULL,
    proposer bigint NOT NULL,
    approver bigint,
    seq bigint NOT NULL,
    approved_seq bigint,
    PRIMARY KEY (programme, version),
    CONSTRAINT programme_two_persons CHECK (approver <> proposer),
    CONSTRAINT programme_approved_whole CHECK (num_nulls(approver, approved_seq) IN (0, 2))
);

CREATE TABLE exchange.pool_authorisation (
    seq bigint NOT NULL,
    programme bigint NOT NULL,
    funder smallint NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (seq, programme, funder)
);

CREATE TABLE exchange.voucher_decision (
    seq bigint PRIMARY KEY,
    programme bigint NOT NULL,
    version bigint NOT NULL,
    party bigint NOT NULL,
    planned_spend bigint NOT NULL,
    granted bigint NOT NULL,
    -- The canonical bytes of the decision with its trace.
    body bytea NOT NULL
);

CREATE INDEX voucher_decision_party ON exchange.voucher_decision (party, seq);

CREATE TABLE exchange.lot (
    id bigint PRIMARY KEY,
    programme bigint NOT NULL,
    programme_version bigint NOT NULL,
    holder bigint NOT NULL,
    face bigint NOT NULL CHECK (face > 0),
    issued_at bigint NOT NULL,
    -- Exclusive.
    expires_at bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('live', 'expired')),
    -- What was left when it expired, and where that went: available or lapsed.
    expired_amount bigint NOT NULL DEFAULT 0,
    expired_to text,
    seq bigint NOT NULL
);

CREATE TABLE exchange.lot_face (
    lot bigint NOT NULL,
    funder smallint NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (lot, funder)
);

CREATE INDEX lot_holder ON exchange.lot (holder, id);
CREATE INDEX lot_programme ON exchange.lot (programme, id);

GRANT SELECT, INSERT ON exchange.programme, exchange.programme_version, exchange.pool_authorisation,
    exchange.voucher_decision, exchange.lot, exchange.lot_face TO suanli_writer;
GRANT UPDATE (live_version) ON exchange.programme TO suanli_writer;
GRANT UPDATE (approver, approved_seq) ON exchange.programme_version TO suanli_writer;
GRANT UPDATE (state, expired_amount, expired_to) ON exchange.lot TO suanli_writer;
GRANT SELECT ON exchange.programme, exchange.programme_version, exchange.pool_authorisation,
    exchange.voucher_decision, exchange.lot, exchange.lot_face TO suanli_reader, suanli_auditor;

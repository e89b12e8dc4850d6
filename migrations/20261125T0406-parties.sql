-- Parties, their approvals and relations; deposits and payouts with the bank's references.
--
-- Reason: one statement line of the custodian bank is booked once, and a payout needs two persons, by constraint.

CREATE TABLE exchange.party (
    id bigint PRIMARY KEY,
    -- NULL for a natural person, who is known by a commitment only.
    credit_code text,
    -- The commitment to the name; the name itself is erasable text.
    name bytea NOT NULL,
    region text NOT NULL,
    sector smallint NOT NULL,
    buys boolean NOT NULL,
    provides boolean NOT NULL,
    admitted boolean NOT NULL,
    body bytea NOT NULL,
    seq bigint NOT NULL
);

CREATE INDEX party_credit_code ON exchange.party (credit_code) WHERE credit_code IS NOT NULL;

CREATE TABLE exchange.party_approval (
    party bigint NOT NULL,
    person bigint NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (party, person)
);

CREATE TABLE exchange.ownership (
    seq bigint NOT NULL,
    owner bigint NOT NULL,
    owned bigint NOT NULL,
    share_basis_points smallint NOT NULL,
    PRIMARY KEY (seq, owner, owned)
);

CREATE TABLE exchange.relation (
    seq bigint NOT NULL,
    kind smallint NOT NULL,
    first_party bigint NOT NULL,
    second_party bigint NOT NULL,
    PRIMARY KEY (seq, first_party, second_party)
);

-- A line of the bank's statement is booked once, whichever way its money went.
CREATE TABLE exchange.bank_reference (
    reference text PRIMARY KEY,
    seq bigint NOT NULL
);

CREATE TABLE exchange.deposit (
    seq bigint PRIMARY KEY,
    party bigint NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    reference text NOT NULL UNIQUE
);

CREATE TABLE exchange.payout (
    id bigint PRIMARY KEY,
    party bigint NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    requester bigint NOT NULL,
    approver bigint,
    reference text UNIQUE,
    seq bigint NOT NULL,
    approved_seq bigint,
    CONSTRAINT payout_two_persons CHECK (approver <> requester),
    CONSTRAINT payout_approved_whole CHECK (num_nulls(approver, reference, approved_seq) IN (0, 3))
);

CREATE INDEX deposit_party ON exchange.deposit (party, seq);
CREATE INDEX payout_party ON exchange.payout (party, id);

GRANT SELECT, INSERT ON exchange.party, exchange.party_approval, exchange.ownership, exchange.relation,
    exchange.bank_reference, exchange.deposit, exchange.payout TO suanli_writer;
GRANT UPDATE (admitted) ON exchange.party TO suanli_writer;
GRANT UPDATE (approver, reference, approved_seq) ON exchange.payout TO suanli_writer;
GRANT SELECT ON exchange.party, exchange.party_approval, exchange.deposit, exchange.payout
    TO suanli_reader, suanli_auditor;
GRANT SELECT ON exchange.ownership, exchange.relation, exchange.bank_reference TO suanli_auditor;

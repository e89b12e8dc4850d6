-- Accounts, their balances, and the free and held amounts of lots.
--
-- Reason: guarantees 2 and 3 hold in the database too. No account but a source stands below zero, and no source
-- above it. Every statement that changes balances leaves the sum of each asset as it was; since accounts open at
-- zero, the sum of an asset over all its accounts is zero at every batch. For a programme and funder that sum is
-- the pool identity: authorised = available + reserved + lots + escrow + earned + claimed + … + lapsed.

CREATE TABLE exchange.account_role (
    number smallint PRIMARY KEY,
    name text NOT NULL UNIQUE,
    -- Only these stand on the other side of zero.
    is_source boolean NOT NULL
);

INSERT INTO exchange.account_role (number, name, is_source) VALUES
    (0, 'bank', true), (1, 'authority', true), (2, 'duty', true), (3, 'free', false), (4, 'held', false),
    (5, 'escrow', false), (6, 'earned', false), (7, 'fees', false), (8, 'network', false), (9, 'available', false),
    (10, 'reserved', false), (11, 'lotsFree', false), (12, 'lotsHeld', false), (13, 'claimed', false),
    (14, 'inPayment', false), (15, 'disbursed', false), (16, 'lapsed', false), (17, 'undelivered', false),
    (18, 'used', false), (19, 'idle', false), (20, 'missed', false);

CREATE TABLE exchange.transfer_cause (
    number smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);

INSERT INTO exchange.transfer_cause (number, name) VALUES
    (0, 'deposit'), (1, 'payout'), (2, 'authorisation'), (3, 'issue'), (4, 'hold'), (5, 'release'), (6, 'capture'),
    (7, 'earning'), (8, 'fee'), (9, 'network'), (10, 'maturity'), (11, 'refund'), (12, 'claim'), (13, 'expiry'),
    (14, 'forfeit'), (15, 'grant'), (16, 'delivery');

CREATE TABLE exchange.account (
    id bigint PRIMARY KEY,
    -- 0 CNY, 1 one funder's part of a programme, 2 the quota of a lease.
    asset_kind smallint NOT NULL CHECK (asset_kind BETWEEN 0 AND 2),
    -- The programme or the lease; 0 for CNY.
    asset_number bigint NOT NULL,
    -- The funder's position in a programme; 0 elsewhere.
    funder smallint NOT NULL,
    role smallint NOT NULL,
    -- 0 the exchange, 1 a party, 2 a link of two zones.
    owner_kind smallint NOT NULL CHECK (owner_kind BETWEEN 0 AND 2),
    party bigint CHECK ((party IS NOT NULL) = (owner_kind = 1)),
    home bigint CHECK ((home IS NOT NULL) = (owner_kind = 2)),
    zone bigint CHECK ((zone IS NOT NULL) = (owner_kind = 2)),
    seq bigint NOT NULL,
    UNIQUE NULLS NOT DISTINCT (asset_number, asset_kind, funder, role, party, home, zone)
);

CREATE INDEX account_party ON exchange.account (party, id) WHERE party IS NOT NULL;

-- Narrow, and no index on what changes, so that a change stays on its page.
CREATE TABLE exchange.balance (
    account bigint PRIMARY KEY,
    asset_kind smallint NOT NULL,
    asset_number bigint NOT NULL,
    funder smallint NOT NULL,
    role smallint NOT NULL,
    -- Credits less debits, in fen or milli-unit-seconds.
    balance bigint NOT NULL,
    CONSTRAINT balance_side CHECK (CASE WHEN role <= 2 THEN balance <= 0 ELSE balance >= 0 END)
) WITH (fillfactor = 60);

CREATE FUNCTION exchange.require_conservation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM (
            SELECT asset_kind, asset_number, funder, balance::numeric AS amount FROM after_change
            UNION ALL
            SELECT asset_kind, asset_number, funder, -balance::numeric FROM before_change
        ) AS change
        GROUP BY asset_kind, asset_number, funder HAVING sum(amount) <> 0
    ) THEN
        RAISE EXCEPTION 'balances changed without conserving their asset' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'balance_conserved';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION exchange.require_zero_at_opening() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM after_change WHERE balance <> 0) THEN
        RAISE EXCEPTION 'an account opens at zero' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'balance_opens_at_zero';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER conserved AFTER UPDATE ON exchange.balance
    REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.require_conservation();

CREATE TRIGGER opens_at_zero AFTER INSERT ON exchange.balance
    REFERENCING NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.require_zero_at_opening();

CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON exchange.balance
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.refuse_change();

CREATE TABLE exchange.lot_balance (
    lot bigint PRIMARY KEY,
    free bigint NOT NULL CHECK (free >= 0),
    held bigint NOT NULL CHECK (held >= 0)
) WITH (fillfactor = 60);

SELECT exchange.make_append_only('exchange.account');

GRANT SELECT, INSERT ON exchange.account, exchange.balance, exchange.lot_balance TO suanli_writer;
GRANT UPDATE (balance) ON exchange.balance TO suanli_writer;
GRANT UPDATE (free, held) ON exchange.lot_balance TO suanli_writer;
GRANT SELECT ON exchange.account_role, exchange.transfer_cause TO suanli_writer, suanli_reader, suanli_auditor;
GRANT SELECT ON exchange.account, exchange.balance, exchange.lot_balance TO suanli_reader, suanli_auditor;

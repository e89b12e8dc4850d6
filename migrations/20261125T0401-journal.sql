-- The journal and the transfers, in partitions made ahead of need; the clients' keys; texts that can be erased.
--
-- Reason: a record is one row and each of its transfers one more, written once. Both grow without end, so they
-- are cut by ranges of the sequence number. Keys must be unique over all time, so their table is not cut.
-- No column is filled by the database's clock, and no row has a trigger.

CREATE TABLE exchange.journal (
    seq bigint NOT NULL CHECK (seq > 0),
    -- Microseconds since 1970-01-01T00:00:00Z.
    stamp bigint NOT NULL,
    -- NULL for a seat without a party.
    organisation bigint,
    person bigint NOT NULL,
    key bigint NOT NULL,
    seat smallint NOT NULL,
    kind smallint NOT NULL,
    -- The stable code of a refusal; NULL where the command was carried out.
    reason text,
    nonce bytea NOT NULL CHECK (octet_length(nonce) = 32),
    -- The canonical bytes of the whole record (docs/log-format.md).
    body bytea NOT NULL,
    leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
    -- Beside the record, not in the leaf: which writer wrote it.
    epoch bigint NOT NULL,
    PRIMARY KEY (seq)
) PARTITION BY RANGE (seq);

CREATE TABLE exchange.transfer (
    seq bigint NOT NULL,
    ordinal integer NOT NULL CHECK (ordinal >= 0),
    debit bigint NOT NULL,
    credit bigint NOT NULL CHECK (credit <> debit),
    amount bigint NOT NULL CHECK (amount > 0),
    lot bigint,
    cause smallint NOT NULL,
    -- 0 none, 1 party, 2 programme, 3 lot, 4 demand, 5 lease, 6 payout.
    subject_kind smallint NOT NULL CHECK (subject_kind BETWEEN 0 AND 6),
    subject bigint CHECK ((subject IS NULL) = (subject_kind = 0)),
    PRIMARY KEY (seq, ordinal)
) PARTITION BY RANGE (seq);

SELECT exchange.make_append_only('exchange.journal');
SELECT exchange.make_append_only('exchange.transfer');

-- Makes the partitions of both tables for one range; false where they are there already.
CREATE FUNCTION exchange.add_partition(number bigint) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    size CONSTANT bigint := 262144;
    base text;
    part text;
BEGIN
    IF to_regclass(format('exchange.journal_%s', lpad(number::text, 6, '0'))) IS NOT NULL THEN
        RETURN false;
    END IF;
    FOREACH base IN ARRAY ARRAY['journal', 'transfer'] LOOP
        part := format('exchange.%s_%s', base, lpad(number::text, 6, '0'));
        EXECUTE format(
            'CREATE TABLE %s PARTITION OF exchange.%I FOR VALUES FROM (%s) TO (%s)',
            part, base, number * size, (number + 1) * size);
        PERFORM exchange.make_append_only(part::regclass);
    END LOOP;
    RETURN true;
END
$$;

REVOKE EXECUTE ON FUNCTION exchange.add_partition(bigint) FROM PUBLIC;

SELECT exchange.add_partition(number) FROM generate_series(0, 7) AS number;

-- Adds what a statement of account needs to the transfers of a range that is full: too dear while rows come in.
CREATE FUNCTION exchange.close_partition(number bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    part text := format('transfer_%s', lpad(number::text, 6, '0'));
BEGIN
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON exchange.%I (debit, seq)', part || '_debit', part);
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON exchange.%I (credit, seq)', part || '_credit', part);
END
$$;

REVOKE EXECUTE ON FUNCTION exchange.close_partition(bigint) FROM PUBLIC;

CREATE TABLE exchange.client_key (
    -- 0 for a seat without a party, so that its keys are unique too.
    organisation bigint NOT NULL,
    operation smallint NOT NULL,
    key text NOT NULL CHECK (octet_length(key) BETWEEN 1 AND 128),
    body_hash bytea NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (organisation, operation, key),
    -- One record answers to one key at most.
    UNIQUE (seq)
);

SELECT exchange.make_append_only('exchange.client_key');

CREATE TABLE exchange.erasable_text (
    commitment bytea PRIMARY KEY CHECK (octet_length(commitment) = 32),
    seq bigint NOT NULL,
    salt bytea NOT NULL,
    text text NOT NULL
);

CREATE INDEX erasable_text_seq ON exchange.erasable_text (seq);

-- What is erased is gone; the commitment in the record stays, and every proof with it.
CREATE FUNCTION exchange.erase_text(erased bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM exchange.erasable_text WHERE commitment = erased;
    RETURN FOUND;
END
$$;

REVOKE EXECUTE ON FUNCTION exchange.erase_text(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exchange.erase_text(bytea) TO suanli_writer;

GRANT SELECT, INSERT ON exchange.journal, exchange.transfer, exchange.client_key, exchange.erasable_text
    TO suanli_writer;
GRANT SELECT ON exchange.journal, exchange.transfer, exchange.client_key, exchange.erasable_text
    TO suanli_auditor;
GRANT SELECT ON exchange.journal, exchange.transfer, exchange.erasable_text TO suanli_reader;

-- Who may write: one row, locked by every batch; the history of its holders; what ended some of them.
--
-- Reason: a writer that was frozen while another took over must write nothing when it wakes up. It learns that
-- from a statement that raises within its transaction, never from an answer that it may read too late.

CREATE TABLE exchange.writer (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch bigint NOT NULL,
    -- Where nodes that do not write forward commands to; NULL while nobody serves.
    address text
);

INSERT INTO exchange.writer (epoch, address) VALUES (0, NULL);

CREATE TABLE exchange.epoch (
    number bigint PRIMARY KEY,
    -- Raised when the outcome of any command may change.
    decision_version bigint NOT NULL,
    -- The head when the epoch began.
    after_seq bigint NOT NULL
);

-- An epoch that ended in a violated constraint or a trap. A kill and a loss of power leave none.
CREATE TABLE exchange.epoch_mark (
    epoch bigint PRIMARY KEY,
    cause text NOT NULL
);

-- A key stored before its command was applied, in an epoch that follows a marked one.
CREATE TABLE exchange.suspect (
    organisation bigint NOT NULL,
    operation smallint NOT NULL,
    key text NOT NULL,
    epoch bigint NOT NULL,
    PRIMARY KEY (organisation, operation, key, epoch)
);

SELECT exchange.make_append_only('exchange.epoch');
SELECT exchange.make_append_only('exchange.epoch_mark');

-- The fence: first in every transaction of the writer. The lock keeps a successor waiting until this
-- transaction has ended, one way or the other.
CREATE FUNCTION exchange.require_epoch(mine bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM exchange.writer WHERE only_row AND epoch = mine FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'epoch % is over', mine USING ERRCODE = 'SU001';
    END IF;
END
$$;

GRANT SELECT, INSERT ON exchange.epoch, exchange.epoch_mark TO suanli_writer;
GRANT SELECT, INSERT, DELETE ON exchange.suspect TO suanli_writer;
GRANT SELECT, UPDATE (epoch, address) ON exchange.writer TO suanli_writer;
GRANT SELECT ON exchange.writer TO suanli_reader;
GRANT SELECT ON exchange.writer, exchange.epoch, exchange.epoch_mark, exchange.suspect TO suanli_auditor;

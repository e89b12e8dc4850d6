-- The head of the log, its signed checkpoints, the hashes that proofs start from, and the hashes of the state.
--
-- Reason: the leaves are in the journal. A proof over a long log would hash all of them; with the hash of every
-- complete run of 256 leaves stored, and of every 256 of those, it reads at most 256 hashes a level.

CREATE TABLE exchange.log_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    size bigint NOT NULL CHECK (size >= 0),
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    -- Size and peaks, from which the log goes on without its leaves.
    frontier bytea NOT NULL,
    -- Of the last record.
    stamp bigint NOT NULL
);

INSERT INTO exchange.log_head (size, root, frontier, stamp)
VALUES (0, sha256(''), '\x0000000000000000', 0);

-- The hash over the leaves index × 256^level … (index + 1) × 256^level − 1.
CREATE TABLE exchange.tree_hash (
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 7),
    index bigint NOT NULL CHECK (index >= 0),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, index)
);

-- A note of C2SP tlog-checkpoint, signed after the commit that it covers.
CREATE TABLE exchange.checkpoint (
    size bigint PRIMARY KEY,
    root bytea NOT NULL CHECK (octet_length(root) = 32),
    note bytea NOT NULL
);

CREATE TABLE exchange.state_hash (
    seq bigint PRIMARY KEY,
    -- The bits of an unsigned number.
    hash bigint NOT NULL
);

SELECT exchange.make_append_only('exchange.tree_hash');
SELECT exchange.make_append_only('exchange.checkpoint');
SELECT exchange.make_append_only('exchange.state_hash');

GRANT SELECT, INSERT ON exchange.tree_hash, exchange.checkpoint, exchange.state_hash TO suanli_writer;
GRANT SELECT, UPDATE ON exchange.log_head TO suanli_writer;
GRANT SELECT ON exchange.log_head, exchange.tree_hash, exchange.checkpoint TO suanli_reader;
GRANT SELECT ON exchange.log_head, exchange.tree_hash, exchange.checkpoint, exchange.state_hash TO suanli_auditor;

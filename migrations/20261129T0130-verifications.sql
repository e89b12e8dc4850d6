-- What was verified of offers and providers, what failed, what lapsed: a row for each change.
--
-- Reason: a buyer sees what stands behind a tier, and a provider why its offers stand still. The evidence itself is kept
-- elsewhere; its hash is here and in the log.

CREATE TABLE exchange.verification (
    seq bigint PRIMARY KEY,
    -- As `offer-3` or `party-7`.
    subject text NOT NULL,
    -- A `VerificationOutcome`: 0 valid, 1 failed, 2 lapsed.
    state smallint NOT NULL CHECK (state BETWEEN 0 AND 2),
    tier smallint,
    -- When it lapses, in microseconds since 1970.
    valid_until bigint,
    evidence bytea CHECK (octet_length(evidence) = 32),
    person bigint,
    CHECK ((tier IS NULL) = (state <> 0)),
    CHECK ((valid_until IS NULL) = (state <> 0)),
    CHECK ((evidence IS NULL) = (state = 2)),
    CHECK ((person IS NULL) = (state = 2))
);

CREATE INDEX verification_subject ON exchange.verification (subject, seq);
SELECT exchange.make_append_only('exchange.verification');

GRANT SELECT, INSERT ON exchange.verification TO suanli_writer;
GRANT SELECT ON exchange.verification TO suanli_reader, suanli_auditor;

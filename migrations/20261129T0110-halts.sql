-- What was halted and resumed.
--
-- Reason: a halt is public, with its reason, from the record that makes it to the one that ends it. The reasons are
-- texts of their own that can be erased, as names are.

CREATE TABLE exchange.halt (
    seq bigint PRIMARY KEY,
    -- As `market` or `zone-3`.
    scope text NOT NULL,
    resumes boolean NOT NULL,
    note bytea NOT NULL CHECK (octet_length(note) = 32),
    person bigint NOT NULL
);

CREATE INDEX halt_resumption ON exchange.halt (scope, seq) WHERE resumes;
SELECT exchange.make_append_only('exchange.halt');

CREATE POLICY halt_note ON exchange.erasable_text FOR SELECT TO suanli_reader
    USING (EXISTS (SELECT FROM exchange.halt AS h WHERE h.seq = erasable_text.seq AND h.note = erasable_text.commitment));

GRANT SELECT, INSERT ON exchange.halt TO suanli_writer;
GRANT SELECT ON exchange.halt TO suanli_reader, suanli_auditor;

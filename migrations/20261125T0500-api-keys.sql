-- Persons and their API keys, as hashes.
--
-- Reason: a key belongs to one person and one seat. A person has one duty for good: who trades does not manage,
-- audit or operate, and a manager is never an auditor; the foreign key on (person, duty) holds it. Only SHA-256 of
-- the secret's 256 random bits is stored, so a copy of the database contains no key.

CREATE TABLE exchange.person (
    id bigint PRIMARY KEY CHECK (id > 0),
    -- 0 trader, 1 manager, 2 auditor, 3 operator.
    duty smallint NOT NULL CHECK (duty BETWEEN 0 AND 3),
    -- Of a trader, who acts for one party only; 0 for the others.
    organisation bigint NOT NULL CHECK ((organisation > 0) = (duty = 0)),
    UNIQUE (id, duty, organisation)
);

CREATE TABLE exchange.api_key (
    id bigint PRIMARY KEY CHECK (id > 0),
    hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    person bigint NOT NULL,
    duty smallint NOT NULL,
    organisation bigint NOT NULL,
    -- 0 buyer, 1 provider, 2 manager, 3 auditor, 4 operator.
    seat smallint NOT NULL,
    revoked boolean NOT NULL DEFAULT false,
    FOREIGN KEY (person, duty, organisation) REFERENCES exchange.person (id, duty, organisation),
    CONSTRAINT api_key_seat_of_duty CHECK (
        CASE duty WHEN 0 THEN seat IN (0, 1) WHEN 1 THEN seat = 2 WHEN 2 THEN seat = 3 WHEN 3 THEN seat = 4 END)
);

CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON exchange.api_key
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.refuse_change();

-- Not `make_append_only`: the check of a foreign key locks the row as the owner, who must keep UPDATE for it.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.person
    FOR EACH STATEMENT EXECUTE FUNCTION exchange.refuse_change();

-- The service reads keys under the reader's login; they are made and revoked by the command line as the writer.
GRANT SELECT, INSERT ON exchange.person, exchange.api_key TO suanli_writer;
GRANT UPDATE (revoked) ON exchange.api_key TO suanli_writer;
GRANT SELECT ON exchange.person, exchange.api_key TO suanli_reader;

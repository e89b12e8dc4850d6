-- Zones, links, chips, the market's policy and instance types.
--
-- Reason: projections of the journal for readers. Each row names the record that it comes from; `body` holds the
-- canonical bytes of the value where its columns do not say everything.

CREATE TABLE exchange.zone (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    name_english text NOT NULL,
    level smallint NOT NULL,
    parent bigint,
    seq bigint NOT NULL
);

CREATE TABLE exchange.link (
    version bigint NOT NULL,
    home bigint NOT NULL,
    zone bigint NOT NULL,
    latency bigint NOT NULL,
    tariff bigint NOT NULL,
    -- 0 a charge, 1 policy: it ranks only.
    tariff_kind smallint NOT NULL,
    PRIMARY KEY (version, home, zone)
);

CREATE TABLE exchange.chip (
    version bigint NOT NULL,
    code text NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (version, code)
);

CREATE TABLE exchange.market_policy (
    version bigint PRIMARY KEY,
    fee_basis_points smallint NOT NULL,
    contest_hours bigint NOT NULL,
    report_hours bigint NOT NULL,
    missed_hours_to_end bigint NOT NULL,
    price_rule smallint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE exchange.instance_type (
    id bigint PRIMARY KEY,
    code text NOT NULL UNIQUE,
    kind smallint NOT NULL,
    architecture text NOT NULL,
    chip text,
    origin smallint NOT NULL,
    chips_milli bigint NOT NULL,
    body bytea NOT NULL,
    seq bigint NOT NULL
);

GRANT SELECT, INSERT ON exchange.zone, exchange.link, exchange.chip, exchange.market_policy, exchange.instance_type
    TO suanli_writer;
GRANT SELECT ON exchange.zone, exchange.link, exchange.chip, exchange.market_policy, exchange.instance_type
    TO suanli_reader, suanli_auditor;

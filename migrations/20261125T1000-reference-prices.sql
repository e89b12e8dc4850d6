-- Reference prices, and the version that demands and fills carry.
--
-- Reason: what public money pays of a fill is bounded by the reference price of its class in the version that its
-- demand is pinned to. With these an auditor can look that price up.

-- The classes whose price is another in this version than before; the others keep theirs.
CREATE TABLE exchange.reference_price (
    version bigint NOT NULL CHECK (version > 0),
    instance_type bigint NOT NULL,
    zone bigint NOT NULL,
    -- Micro-yuan per unit-hour; NULL from a version in which the market gives none any more.
    price bigint CHECK (price >= 0),
    -- 0 fills, 1 asks.
    basis smallint,
    seq bigint NOT NULL,
    PRIMARY KEY (instance_type, zone, version),
    CHECK ((price IS NULL) = (basis IS NULL))
);

-- 0 before the first version.
ALTER TABLE exchange.demand ADD COLUMN reference_version bigint NOT NULL DEFAULT 0 CHECK (reference_version >= 0);
ALTER TABLE exchange.fill ADD COLUMN reference_version bigint NOT NULL DEFAULT 0 CHECK (reference_version >= 0);

GRANT SELECT, INSERT ON exchange.reference_price TO suanli_writer;
GRANT SELECT ON exchange.reference_price TO suanli_reader, suanli_auditor;

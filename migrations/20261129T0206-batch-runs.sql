-- What a batch froze, by offer and hour.
--
-- Reason: demands of different windows share a batch, so capacity, ask and shadow price stand for each offer and run of
-- hours that no window divides. Amounts of a proof are over all hours of a window.

CREATE TABLE exchange.batch_run (
    batch bigint NOT NULL,
    -- From 0, as the proof's lists of prices: by offer, then time.
    position bigint NOT NULL CHECK (position >= 0),
    offer bigint NOT NULL,
    start_hour bigint NOT NULL,
    end_hour bigint NOT NULL CHECK (end_hour > start_hour),
    -- Of all its hours, per unit.
    ask_sum bigint NOT NULL CHECK (ask_sum >= 0),
    -- At every hour of it.
    capacity bigint NOT NULL CHECK (capacity > 0),
    PRIMARY KEY (batch, position)
);

INSERT INTO exchange.batch_run
SELECT batch.id, held.position, held.offer, batch.start_hour, batch.end_hour,
    held.ask * (batch.end_hour - batch.start_hour), held.capacity
FROM exchange.batch_offer AS held JOIN exchange.batch ON batch.id = held.batch;

DROP TABLE exchange.batch_offer;

GRANT SELECT, INSERT ON exchange.batch_run TO suanli_writer;
GRANT SELECT ON exchange.batch_run TO suanli_reader, suanli_auditor;

-- Row security for the reader: a firm sees what is its own, and what is public.
--
-- Reason: the second line behind the service's permission table. The reader sets its tenant in each transaction;
-- without one it sees nothing that belongs to a firm. The writer bypasses row security, since COPY is refused
-- under it; the auditor sees all rows. The owner is under it too.
--
-- Public: the catalogue, offers (an ask is meant to be seen), programmes, the log's heads and hashes.

CREATE FUNCTION exchange.protect(name regclass, condition text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY auditor ON %s FOR SELECT TO suanli_auditor USING (true)', name);
    EXECUTE format('CREATE POLICY tenant ON %s FOR SELECT TO suanli_reader USING (%s)', name, condition);
END
$$;

SELECT exchange.protect('exchange.journal', 'organisation = exchange.tenant()');
SELECT exchange.protect('exchange.account', 'party = exchange.tenant()');
SELECT exchange.protect('exchange.balance',
    'EXISTS (SELECT FROM exchange.account AS a WHERE a.id = balance.account)');
SELECT exchange.protect('exchange.transfer',
    'EXISTS (SELECT FROM exchange.account AS a WHERE a.id IN (transfer.debit, transfer.credit))');
-- A provider's name is public, as its offers are.
SELECT exchange.protect('exchange.party', 'id = exchange.tenant() OR (provides AND admitted)');
SELECT exchange.protect('exchange.erasable_text',
    'EXISTS (SELECT FROM exchange.party AS p WHERE p.seq = erasable_text.seq AND p.name = erasable_text.commitment)');
SELECT exchange.protect('exchange.party_approval', 'party = exchange.tenant()');
SELECT exchange.protect('exchange.deposit', 'party = exchange.tenant()');
SELECT exchange.protect('exchange.payout', 'party = exchange.tenant()');
SELECT exchange.protect('exchange.voucher_decision', 'party = exchange.tenant()');
SELECT exchange.protect('exchange.lot', 'holder = exchange.tenant()');
SELECT exchange.protect('exchange.lot_face', 'EXISTS (SELECT FROM exchange.lot AS l WHERE l.id = lot_face.lot)');
SELECT exchange.protect('exchange.lot_balance', 'EXISTS (SELECT FROM exchange.lot AS l WHERE l.id = lot_balance.lot)');
SELECT exchange.protect('exchange.demand', 'buyer = exchange.tenant()');
SELECT exchange.protect('exchange.fill', 'exchange.tenant() IN (buyer, provider)');
SELECT exchange.protect('exchange.fill_share',
    'EXISTS (SELECT FROM exchange.fill AS f WHERE f.id = fill_share.fill)');
SELECT exchange.protect('exchange.fill_evaluation',
    'EXISTS (SELECT FROM exchange.fill AS f WHERE f.id = fill_evaluation.fill AND f.buyer = exchange.tenant())');
SELECT exchange.protect('exchange.lease', 'exchange.tenant() IN (buyer, provider)');
SELECT exchange.protect('exchange.delivery',
    'EXISTS (SELECT FROM exchange.lease AS l WHERE l.id = delivery.lease)');
SELECT exchange.protect('exchange.claim', 'EXISTS (SELECT FROM exchange.lease AS l WHERE l.id = claim.lease)');

REVOKE EXECUTE ON FUNCTION exchange.protect(regclass, text) FROM PUBLIC;

-- `erase_text` runs as the owner, who is under row security too.
CREATE POLICY erasure ON exchange.erasable_text FOR ALL TO suanli_owner USING (true);

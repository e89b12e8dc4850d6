import Accounting
import Domain
import Records
import Simulation
import Testing

@Suite struct StatementTests {
    private func lines(_ lease: LeaseAccount) -> String {
        FillStatement(lease).lines.map { line in
            let amounts = [
                line.amount, line.escrow, line.earned, line.refunded, line.fee, line.waiting, line.paid,
                line.claimable, line.claimed,
            ]
            return amounts.map { String($0.fen) }.joined(separator: " ") + " \(line.claimState)"
        }.joined(separator: "\n")
    }

    /// Columns: amount, escrow, earned, refunded, fee, waiting, paid, claimable, claimed, claim state.
    @Test func aStatementFollowsAFillToItsEnd() throws {
        var lease = try LeaseAccount(
            fill(shares: [own(100), share(1, 0, 40)], transfer: 8, fee: 1000), lots: termsByThrees)
        #expect(
            lines(lease)
                == "100 100 0 0 0 0 0 0 0 notClaimed\n8 8 0 0 0 0 0 0 0 notClaimed\n40 40 0 0 0 0 0 0 0 waiting")
        try lease.deliver(used: 1_800_000, idle: 0, missed: 900_000, maturesAt: Stamp(seconds: 9))
        #expect(
            lines(lease)
                == "100 25 50 25 5 45 0 0 0 notClaimed\n8 2 4 2 0 0 4 0 0 notClaimed\n40 10 20 10 0 20 0 0 0 waiting")
        lease.mature(until: Stamp(seconds: 9))
        #expect(
            lines(lease)
                == "100 25 50 25 5 0 45 0 0 notClaimed\n8 2 4 2 0 0 4 0 0 notClaimed\n40 10 20 10 0 0 0 20 0 claimable")
        try lease.claim(lease.claimable(by: provider))
        #expect(lines(lease).hasSuffix("40 10 20 10 0 0 0 0 20 partlyClaimed"))
        try lease.deliver(used: 0, idle: 0, missed: lease.undelivered, maturesAt: Stamp(seconds: 9))
        #expect(lines(lease).hasSuffix("40 0 20 20 0 0 0 0 20 claimed"))
    }

    @Test func aLotThatWasNeverEarnedIsRefunded() throws {
        var lease = try LeaseAccount(fill(shares: [share(1, 0, 40)]), lots: termsByThrees)
        try lease.deliver(used: 0, idle: 0, missed: lease.whole, maturesAt: .epoch)
        #expect(lines(lease) == "40 0 0 40 0 0 0 0 0 refunded")
    }

    @Test func everyLineAddsUp() throws {
        var (chance, market) = (SeededGenerator(seed: 9), Market())
        for _ in 0..<800 { try market.move(&chance) }
        for line in market.leases.flatMap({ FillStatement($0).lines }) {
            #expect(line.amount == line.escrow + line.earned + line.refunded)
            #expect(line.earned == line.fee + line.waiting + line.paid + line.claimable + line.claimed)
        }
    }

    /// Each party's statement foots to its accounts, and all leases together to every account that they fill.
    @Test func statementsFootToTheLedger() throws {
        for seed in seeds("statements") {
            var (chance, market) = (SeededGenerator(seed: seed), Market())
            for _ in 0..<600 { try market.move(&chance) }
            for party in Market.parties {
                let statement = statement(of: party, market)
                #expect(statement.foots)
                #expect(statement.fills.map(\.lease) == market.leases.filter { $0.provider == party }.map(\.lease))
            }
            let fees = Market.parties.reduce(Money.zero) { $0 + statement(of: $1, market).sum(\.fee) }
            #expect(fees.fen == market.ledger.balance(of: .fees))
            #expect(Footing(market.leases).differences(from: market.ledger).isEmpty)
        }
    }

    private func statement(of party: PartyID, _ market: Market) -> ProviderStatement {
        let leases = market.leases.filter { $0.provider == party || $0.buyer == party }
        return ProviderStatement(party, leases: leases, ledger: market.ledger)
    }

    /// Controls: a statement that lacks a lease, or a ledger without its accounts, does not foot.
    @Test func aMissingLeaseDoesNotFoot() throws {
        var (chance, market) = (SeededGenerator(seed: 4), Market())
        while !market.leases.contains(where: { $0.shares.contains { $0.escrow > .zero && $0.source == .own } }) {
            try market.move(&chance)
        }
        let missing = try #require(
            market.leases.last { $0.shares.contains { $0.escrow > .zero && $0.source == .own } })
        market.leases.removeAll { $0.lease == missing.lease }
        let statement = statement(of: missing.provider, market)
        #expect(!statement.foots)
        #expect(
            statement.differences.contains(
                FootingDifference(
                    account: .duty(missing.lease, provider: missing.provider), leases: 0, ledger: -missing.whole)))
        let whole = Footing([missing]).differences(from: Ledger())
        #expect(whole.map(\.account).contains(.escrow(missing.buyer)))
    }
}

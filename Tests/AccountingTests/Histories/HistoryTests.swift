import Accounting
import Domain
import Records
import Simulation
import Testing

@Suite struct HistoryTests {
    /// A history of `moves` records or so, audited at every prefix.
    private func history(_ seed: UInt64, moves: Int, audits: Bool = true) throws -> Market {
        var (chance, market) = (SeededGenerator(seed: seed), Market())
        for move in 0..<moves {
            try market.move(&chance)
            guard audits else { continue }
            let findings = market.audit()
            #expect(findings.isEmpty, "seed \(seed), move \(move)")
            if !findings.isEmpty { break }
        }
        return market
    }

    @Test func everyPrefixOfAGeneratedHistoryIsConserved() throws {
        for seed in seeds("histories") {
            let market = try history(seed, moves: 300)
            let money = market.ledger.conservation(of: .cny)
            print(
                "seed \(seed): \(market.leases.count) leases, \(market.ledger.rows.count) accounts, put in",
                "\(money.flow.putIn), returned \(money.flow.returned), standing",
                money.standing.map { "\($0.role) \($0.sum)" }.joined(separator: ", "))
        }
    }

    /// Every role that a posting rule of today can reach is reached, so the audit above looked at something.
    @Test func aHistoryReachesEveryRoleOfTheChart() throws {
        let market = try history(7, moves: 3000, audits: false)
        #expect(market.audit().isEmpty)
        let reached = Set(market.ledger.rows.map { "\($0.account.asset.kind)/\($0.account.role)" })
        let assets = [Asset.cny, .programme(ProgrammeID(1), funder: 0), .quota(lease1)]
        let owners: [AccountOwner] = [.exchange, .party(buyer), .link(ZoneID(1), ZoneID(2))]
        let chart = assets.flatMap { asset in
            AccountRole.allCases.flatMap { role in
                owners.map { Account(asset: asset, role: role, owner: $0) }.filter(\.isInChart)
            }
        }
        let unreached = chart.map { "\($0.asset.kind)/\($0.role)" }.filter { !reached.contains($0) }
        #expect(unreached == ["programme/reserved", "programme/inPayment", "programme/disbursed"])
    }

    @Test func theSameSeedGivesTheSameLedgerAndForm() throws {
        let pair = try (0..<2).map { _ in try history(11, moves: 300, audits: false) }
        let forms = pair.map { market in
            var writer = CanonicalWriter()
            writer.write(market.twin)
            for lease in market.leases { lease.writeProgress(to: &writer) }
            return writer.bytes
        }
        #expect(pair[0].ledger == pair[1].ledger && forms[0] == forms[1])
    }

    @Test func drainedBalancesRebuildTheLedgersTables() throws {
        var (chance, market) = (SeededGenerator(seed: 5), Market())
        var (accounts, lots) = ([AccountID: Int64](), [LotID: TouchedLot]())
        for _ in 0..<400 {
            try market.move(&chance)
            guard chance.oneIn(5) else { continue }
            for touched in market.ledger.drainTouched() { accounts[touched.account] = touched.balance }
            for touched in market.ledger.drainTouchedLots() { lots[touched.lot] = touched }
        }
        for touched in market.ledger.drainTouched() { accounts[touched.account] = touched.balance }
        for touched in market.ledger.drainTouchedLots() { lots[touched.lot] = touched }
        let rebuilt = (1...market.ledger.rows.count).map { accounts[AccountID(Int64($0))] }
        #expect(rebuilt == market.ledger.rows.map(\.balance))
        #expect(
            market.ledger.lotRows.allSatisfy { lots[$0.lot]?.free == $0.freeSum && lots[$0.lot]?.held == $0.heldSum })
    }
}

/// Each rule of the auditor, shown to see what breaks it.
@Suite struct AuditControlTests {
    private func sound() throws -> Market {
        var (chance, market) = (SeededGenerator(seed: 3), Market())
        for _ in 0..<400 { try market.move(&chance) }
        #expect(market.audit().isEmpty)
        return market
    }

    private func findings(_ break: (inout Market) throws -> Void) throws -> [Finding] {
        var market = try sound()
        try `break`(&market)
        return market.audit()
    }

    @Test func aLostTransferIsSeen() throws {
        let found = try findings { market in
            market.losesTransfer = true
            try market.record([Posting(from: .bank, to: .free(buyer), amount: 5, cause: .deposit)])
        }
        #expect(found == [.foldDiffers, .moneyNotConserved])
    }

    @Test func aPayoutThatTheBankDidNotMakeIsSeen() throws {
        #expect(try findings { $0.paidOut += 1 } == [.moneyNotConserved])
    }

    @Test func anAuthorisationOfTheWrongAmountIsSeen() throws {
        let asset = Asset.programme(ProgrammeID(1), funder: 1)
        #expect(try findings { $0.authorised[asset, default: 0] -= 1 } == [.poolNotConserved(asset)])
    }

    @Test func anEarningThatNoLeaseKnowsIsSeen() throws {
        let found = try findings { market in
            let escrow = market.leases.map(\.buyer).first { market.ledger.balance(of: .escrow($0)) > 0 } ?? buyer
            let payee = Market.parties.first { $0 != escrow } ?? provider
            try market.record([Posting(from: .escrow(escrow), to: .earned(payee), amount: 1, cause: .earning)])
        }
        #expect(found.count == 2 && found.allSatisfy { if case .footing = $0 { true } else { false } })
    }

    @Test func aHoldThatNoDemandHasIsSeen() throws {
        let found = try findings { market in
            let payer = Market.parties.first { market.free($0) > 0 } ?? buyer
            try market.record([Posting(from: .free(payer), to: .held(payer), amount: 1, cause: .hold)])
        }
        #expect(found.count == 1 && found.allSatisfy { if case .heldDiffers = $0 { true } else { false } })
    }

    @Test func aLotHeldForNoDemandIsSeen() throws {
        let found = try findings { market in
            guard let row = market.ledger.lotRows.first(where: { $0.free[0] > 0 }) else { return }
            let asset = Asset.programme(row.programme, funder: 0)
            try market.record([
                Posting(
                    from: .voucher(asset, .lotsFree, row.holder), to: .voucher(asset, .lotsHeld, row.holder), amount: 1,
                    lot: row.lot, cause: .hold)
            ])
        }
        #expect(found.count == 1 && found.allSatisfy { if case .lotDiffers = $0 { true } else { false } })
    }

    @Test func aLedgerThatDiffersFromTheNaiveSumIsSeen() throws {
        #expect(try findings { $0.naive[.fees, default: 0] += 1 } == [.naiveDiffers(.fees)])
    }

    @Test func aTamperedTableIsSeen() throws {
        let found = try findings { market in
            var rows = market.ledger.rows
            rows[0] = LedgerRow(account: rows[0].account, balance: rows[0].balance + 1)
            let asset = rows[0].account.asset
            market.ledger = Ledger(restoring: rows, flows: market.ledger.flows, lots: market.ledger.lotRows)
            #expect(!market.ledger.trialBalance(of: asset).isBalanced)
        }
        #expect(found.contains { if case .violation(.unbalanced) = $0 { true } else { false } })
        #expect(found.contains(.foldDiffers))
    }
}

extension Asset {
    /// The asset without its number.
    fileprivate var kind: String {
        switch self {
        case .cny: "cny"
        case .programme: "programme"
        case .quota: "quota"
        }
    }
}

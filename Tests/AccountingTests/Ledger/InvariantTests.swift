import Accounting
import Domain
import Records
import Testing

/// Each check finds the one thing that is altered in a sound ledger's tables.
@Suite struct InvariantTests {
    private let asset = Asset.programme(ProgrammeID(1), funder: 0)

    private func altered(
        rows change: (inout [LedgerRow]) -> Void = { _ in }, flows: (inout [AssetFlow]) -> Void = { _ in },
        lots: (inout [LotRow]) -> Void = { _ in }
    ) throws -> Ledger {
        let sound = try LedgerTests.sample()
        var tables = (sound.rows, sound.flows, sound.lotRows)
        change(&tables.0)
        flows(&tables.1)
        lots(&tables.2)
        return Ledger(restoring: tables.0, flows: tables.1, lots: tables.2)
    }

    @Test func tablesAsWrittenGiveTheSameSoundLedger() throws {
        let (sound, restored) = (try LedgerTests.sample(), try altered())
        #expect(restored == sound)
        #expect(restored.violations().isEmpty && sound.violations().isEmpty)
    }

    @Test func aBalanceThatChangedByItselfIsFound() throws {
        let ledger = try altered(rows: { $0[1] = LedgerRow(account: $0[1].account, balance: 101) })
        #expect(ledger.violations() == [.unbalanced(.cny, 1), .notConserved(.cny, -1)])
        #expect(!ledger.isConserved(.cny) && ledger.isConserved(asset))
        #expect(!ledger.trialBalance(of: .cny).isBalanced && !ledger.conservation(of: .cny).holds)
    }

    @Test func aFlowThatChangedByItselfIsFound() throws {
        let ledger = try altered(flows: { $0[0] = AssetFlow(asset: .cny, putIn: 103, returned: 1) })
        #expect(ledger.violations() == [.notConserved(.cny, 2)])
        #expect(!ledger.isConserved(.cny) && !ledger.conservation(of: .cny).holds)
    }

    @Test func publicMoneyOutsideThePoolIdentityIsFound() throws {
        let stray = LedgerRow(account: Account(asset: asset, role: .fees), balance: 10)
        let ledger = try altered(rows: {
            $0[4] = LedgerRow(account: $0[4].account, balance: 20)
            $0.append(stray)
        })
        #expect(
            ledger.violations() == [.poolIdentityBroken(ProgrammeID(1), funder: 0), .outsideChart(AccountID(8))])
        #expect(!ledger.poolIdentity(ProgrammeID(1), funder: 0).holds)
    }

    @Test func aMissingAuthorisationBreaksThePool() throws {
        let ledger = try altered(rows: { $0[3] = LedgerRow(account: $0[3].account, balance: -79) })
        #expect(ledger.violations().contains(.poolIdentityBroken(ProgrammeID(1), funder: 0)))
        #expect(ledger.violations().contains(.unbalanced(asset, 1)))
    }

    @Test func anAccountBelowZeroIsFound() throws {
        let ledger = try altered(rows: {
            $0[1] = LedgerRow(account: $0[1].account, balance: 105)
            $0[2] = LedgerRow(account: $0[2].account, balance: -5)
        })
        #expect(ledger.violations() == [.belowZero(AccountID(3))])
    }

    @Test func lotsThatDoNotSumToTheWalletAreFound() throws {
        let wallet = Account.voucher(asset, .lotsFree, buyer)
        let row = LotRow(lot: LotID(1), programme: ProgrammeID(1), holder: buyer, free: [49], held: [0])
        #expect(try altered(lots: { $0 = [row] }).violations() == [.lotsDiffer(wallet, account: 50, lots: 49)])
        #expect(try altered(lots: { $0 = [] }).violations() == [.lotsDiffer(wallet, account: 50, lots: 0)])
        let other = LotRow(lot: LotID(2), programme: ProgrammeID(1), holder: provider, free: [1], held: [0])
        let foreign = Account.voucher(asset, .lotsFree, provider)
        #expect(
            try altered(lots: { $0.append(other) }).violations() == [.lotsDiffer(foreign, account: 0, lots: 1)])
    }

    @Test func aLotBelowZeroIsFound() throws {
        let pair = [(1, 60), (2, -10)].map { number, free in
            LotRow(lot: LotID(number), programme: ProgrammeID(1), holder: buyer, free: [free], held: [0])
        }
        #expect(try altered(lots: { $0 = pair }).violations() == [.lotBelowZero(LotID(2))])
    }

    @Test func theReportsNameEachRole() throws {
        let ledger = try LedgerTests.sample()
        let pool = ledger.poolIdentity(ProgrammeID(1), funder: 0)
        #expect(pool.authorised == 80 && pool.sum(of: .available) == 30 && pool.sum(of: .lotsFree) == 50)
        #expect(pool.holds && ledger.poolIdentities() == [pool])
        let money = ledger.conservation(of: .cny)
        #expect(money.flow.putIn == 100 && money.flow.returned == 0 && money.sum(of: .free) == 100 && money.holds)
        #expect(ledger.trialBalances().map(\.asset) == [.cny, asset])
        #expect(ledger.trialBalance(of: asset).debits == 80)
    }
}

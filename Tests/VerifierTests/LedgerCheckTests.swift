import Domain
import Records
import Testing
import TransparencyLog

@testable import suanli_verify

/// Each test signs a journal with one wrong record at its end: the log is right, the ledger is not.
@Suite("Verifier: the ledger of a signed log")
struct LedgerCheckTests {
    /// The short history, then what `spoil` appends; the violation is that of the last record.
    private func check(_ violation: LedgerViolation, _ spoil: (inout History) -> Void) throws {
        var history = History.short
        spoil(&history)
        let last = Int64(history.records.count)
        #expect(try TestExport(history.records).verify() == [.ledger(last, violation)])
    }

    private func id(_ account: Account) throws -> AccountID { try #require(History.short.numbers[account]) }

    private func transfer(
        _ debit: AccountID, _ credit: AccountID, _ amount: Int64, lot: LotID? = nil
    ) -> Transfer {
        Transfer(debit: debit, credit: credit, amount: amount, lot: lot, cause: .hold)
    }

    @Test func anEffectOfARefusal() throws {
        let (free, held) = (try id(.money(.free, 1)), try id(.money(.held, 1)))
        try check(.refusedButEffective) {
            $0.append(raw: .tick, [], [transfer(free, held, 1)], outcome: .refused(.busy))
        }
        try check(.refusedButEffective) {
            $0.append(raw: .tick, [.partyAdmitted(PartyID(1))], outcome: .refused(.busy))
        }
    }

    @Test func accounts() throws {
        let (free, pool) = (try id(.money(.free, 1)), try id(.pool(.available)))
        try check(.accountReopened(free)) { $0.append(raw: .tick, [.accountOpened(free, .money(.held, 5))]) }
        let outside = Account(asset: .cny, role: .lotsFree)
        try check(.accountOutsideChart(AccountID(99))) {
            $0.append(raw: .tick, [.accountOpened(AccountID(99), outside)])
        }
        try check(.accountUnknown(AccountID(99))) { $0.append(raw: .tick, [], [transfer(free, AccountID(99), 1)]) }
        try check(.transferToItself(free)) { $0.append(raw: .tick, [], [transfer(free, free, 1)]) }
        try check(.assetsMixed(free, pool)) { $0.append(raw: .tick, [], [transfer(free, pool, 1)]) }
    }

    @Test func balances() throws {
        let free = try id(.money(.free, 1))
        let there = History.short.balance(.money(.free, 1))
        try check(.balanceOnWrongSide(free)) {
            $0.append(.tick, [], [.init(.money(.free, 1), .money(.held, 1), there + 1)])
        }
        var history = History.short
        history.append(.tick, [], [.init(.money(.free, 1), .money(.held, 1), there)])
        #expect(try TestExport(history.records).verify() == [])
        try check(.balanceOnWrongSide(try id(.bank))) {
            $0.append(
                .tick, [],
                [.init(.money(.free, 1), .bank, there), .init(.money(.held, 7), .bank, 10_000)])
        }
    }

    /// Within a record the order of transfers is free.
    @Test func aBalanceIsJudgedAtTheEndOfItsRecord() throws {
        var history = History.short
        history.append(
            .tick, [],
            [.init(.money(.held, 8), .money(.free, 8), 5), .init(.money(.free, 1), .money(.held, 8), 5)])
        #expect(try TestExport(history.records).verify() == [])
    }

    @Test func lots() throws {
        let (free, held) = (Account.voucher(.lotsFree, 1), Account.voucher(.lotsHeld, 1))
        let again = Lot(
            id: LotID(1), programme: ProgrammeID(1), programmeVersion: 1, holder: PartyID(1), faces: [],
            issuedAt: .epoch, expiresAt: .epoch)
        try check(.lotReissued(LotID(1))) { $0.append(raw: .tick, [.lotIssued(again)]) }
        try check(.lotUnknown(LotID(5))) { $0.append(.tick, [], [.init(free, held, 1, lot: LotID(5))]) }
        try check(.walletWithoutLot(try id(free))) { $0.append(.tick, [], [.init(free, held, 1)]) }
        try check(.lotMismatch(LotID(1), AccountID(Int64(History.short.numbers.count) + 1))) {
            $0.append(.tick, [], [.init(free, .voucher(.lotsHeld, 2), 1, lot: LotID(1))])
        }
        let money = try id(.money(.free, 1))
        try check(.lotMismatch(LotID(1), money)) {
            $0.append(.tick, [], [.init(.money(.free, 1), .money(.held, 1), 1, lot: LotID(1))])
        }
    }

    /// Two lots of one wallet: the account covers what one of the lots does not.
    @Test func amountsOfLots() throws {
        let (free, held) = (Account.voucher(.lotsFree, 1), Account.voucher(.lotsHeld, 1))
        try check(.lotFreeNegative(LotID(1))) {
            $0.issue(lot: 2, to: 1, [500])
            $0.append(.tick, [], [.init(free, held, 401, lot: LotID(1))])
        }
        try check(.lotHeldNegative(LotID(2))) {
            $0.issue(lot: 2, to: 1, [500])
            $0.append(.tick, [], [.init(free, held, 100, lot: LotID(1)), .init(held, free, 100, lot: LotID(2))])
        }
    }

    @Test func faces() throws {
        let lot = Lot(
            id: LotID(2), programme: ProgrammeID(1), programmeVersion: 1, holder: PartyID(1),
            faces: [Money(fen: 50)], issuedAt: .epoch, expiresAt: .epoch)
        try check(.lotFace(LotID(2))) {
            $0.append(
                .tick, [.lotIssued(lot)],
                [.init(.pool(.available), .voucher(.lotsFree, 1), 49, lot: LotID(2), .issue)])
        }
        try check(.lotFace(LotID(2))) { $0.append(raw: .tick, [.lotIssued(lot)]) }
    }

    @Test func whatSourcesGave() throws {
        let deposit = BankDeposit(party: PartyID(1), amount: Money(fen: 50), reference: History.short.label("x"))
        try check(.sourceDiffers(.cny)) {
            $0.append(.tick, [.depositRecorded(deposit)], [.init(.bank, .money(.free, 1), 51, .deposit)])
        }
        try check(.sourceDiffers(.cny)) { $0.append(raw: .recordDeposit(deposit), [.depositRecorded(deposit)]) }
        try check(.sourceDiffers(.cny)) { $0.append(.tick, [], [.init(.bank, .money(.free, 1), 1)]) }
        try check(.sourceDiffers(.programme(ProgrammeID(1), funder: 1))) {
            $0.append(.tick, [], [.init(.pool(.authority, funder: 1), .pool(.available, funder: 1), 1)])
        }
        try check(.sourceDiffers(.quota(LeaseID(1)))) {
            $0.append(.tick, [], [.init(.quota(.duty, 1, 9), .quota(.undelivered, 1, 1), 1)])
        }
        try check(.payoutUnknown(PayoutID(1))) {
            $0.append(
                .tick, [.payoutApproved(PayoutID(1), bankReference: deposit.reference, by: PersonID(1))],
                [.init(.money(.free, 1), .bank, 500, .payout)])
        }
    }

    @Test func whatStandsIsWhatWasPutIn() {
        var totals = AssetTotals()
        totals.add(-100, to: .bank)
        totals.add(60, to: .free)
        totals.add(40, to: .lapsed)
        #expect(totals.putIn(.cny) == 100)
        #expect(totals.standing(.cny) == 60)
    }

    @Test func sequencesAndStampsThatWereSigned() throws {
        var records = History.short.records
        records.remove(at: 7)
        #expect(try TestExport(records).verify() == [.sequenceGap(expected: 8, found: 9)])
        var history = History.short
        history.stamp = .epoch
        history.append(.tick)
        let last = Int64(history.records.count)
        #expect(try TestExport(history.records).verify() == [.stampBackwards(last)])
    }
}

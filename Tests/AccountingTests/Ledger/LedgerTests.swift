import Accounting
import Domain
import Records
import Testing

@Suite struct LedgerTests {
    /// bank 1, free(1) 2, free(2) 3, authority 4, wallet free 5, held 6; 100 fen deposited, lot 1 of 50 issued.
    static func sample() throws -> Ledger {
        var ledger = Ledger()
        let asset = Asset.programme(ProgrammeID(1), funder: 0)
        let accounts: [Account] = [
            .bank, .free(buyer), .free(provider), .authority(asset), .available(asset),
            .voucher(asset, .lotsFree, buyer), .voucher(asset, .lotsHeld, buyer),
        ]
        for account in accounts { try ledger.open(ledger.nextAccount, account) }
        try ledger.apply(transfer(1, 2, 100))
        try ledger.apply(transfer(4, 5, 80))
        try ledger.apply(transfer(5, 6, 50, lot: 1))
        return ledger
    }

    static func transfer(_ debit: Int64, _ credit: Int64, _ amount: Int64, lot: Int64? = nil) -> Transfer {
        Transfer(
            debit: AccountID(debit), credit: AccountID(credit), amount: amount, lot: lot.map { LotID($0) },
            cause: .deposit)
    }

    /// Each fault, and where two hold at once the earlier of the list.
    @Test(arguments: [
        (transfer(1, 2, 0), AccountingFault.amountNotPositive(0)),
        (transfer(99, 98, -5), .amountNotPositive(-5)),
        (transfer(99, 98, 5), .accountUnknown(AccountID(99))),
        (transfer(0, 1, 5), .accountUnknown(AccountID(0))),
        (transfer(2, 98, 5), .accountUnknown(AccountID(98))),
        (transfer(2, 2, 500), .sameAccount(AccountID(2))),
        (transfer(2, 5, 500), .assetsDiffer(debit: .cny, credit: .programme(ProgrammeID(1), funder: 0))),
        (transfer(2, 3, 500, lot: 1), .lotMismatch(LotID(1))),
        (transfer(6, 7, 500), .lotMismatch(nil)),
        (transfer(2, 3, 101), .overdraft(.free(buyer), short: 1)),
        (transfer(6, 7, 50, lot: 2), .lotOverdraft(LotID(2), short: 50)),
        (transfer(6, 7, 1, lot: 0), .lotForeign(LotID(0))),
        (transfer(1, 2, Int64.max), .overflow(.bank)),
        (transfer(1, 3, Int64.max - 98), .overflow(.bank)),
    ])
    func aRefusedTransferNamesItsFaultAndChangesNothing(_ transfer: Transfer, _ fault: AccountingFault) throws {
        var ledger = try LedgerTests.sample()
        #expect(throws: fault) { try ledger.apply(transfer) }
        #expect(try ledger == LedgerTests.sample())
        #expect(fault.reason == .internalFault)
    }

    @Test func aCreditThatOverflowsChangesNothing() throws {
        var ledger = Ledger(
            restoring: [
                LedgerRow(account: .bank, balance: 0), LedgerRow(account: .free(buyer), balance: Int64.max),
            ], flows: [], lots: [])
        let before = ledger
        #expect(throws: AccountingFault.overflow(.free(buyer))) { try ledger.apply(LedgerTests.transfer(1, 2, 1)) }
        #expect(ledger == before)
    }

    @Test func aLotStaysInItsHoldersWallet() throws {
        var ledger = try LedgerTests.sample()
        let foreign = Account.voucher(.programme(ProgrammeID(1), funder: 0), .lotsFree, provider)
        try ledger.open(AccountID(8), foreign)
        #expect(throws: AccountingFault.lotForeign(LotID(1))) {
            try ledger.apply(LedgerTests.transfer(6, 8, 1, lot: 1))
        }
    }

    @Test(arguments: [
        (8 as Int64, Account.bank, AccountingFault.accountTwice(.bank)),
        (9, .bank, .accountNotNext(AccountID(9), expected: AccountID(8))),
        (
            8, Account(asset: .cny, role: .bank, owner: .party(buyer)),
            .outsideChart(.init(asset: .cny, role: .bank, owner: .party(buyer)))
        ),
        (8, Account(asset: .cny, role: .lapsed), .outsideChart(Account(asset: .cny, role: .lapsed))),
        (
            8, Account(asset: .quota(lease1), role: .free, owner: .party(buyer)),
            .outsideChart(Account(asset: .quota(lease1), role: .free, owner: .party(buyer)))
        ),
    ])
    func aRefusedOpeningNamesItsFault(_ id: Int64, _ account: Account, _ fault: AccountingFault) throws {
        var ledger = try LedgerTests.sample()
        #expect(throws: fault) { try ledger.open(AccountID(id), account) }
        #expect(try ledger == LedgerTests.sample())
    }

    @Test func touchedAccountsAreDrainedOnceAscending() throws {
        var ledger = try LedgerTests.sample()
        #expect(ledger.drainTouched().map(\.account.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(ledger.drainTouchedLots() == [TouchedLot(lot: LotID(1), free: yuan(50), held: .zero)])
        #expect(ledger.drainTouched().isEmpty && ledger.drainTouchedLots().isEmpty)
        try ledger.apply(LedgerTests.transfer(6, 7, 20, lot: 1))
        try ledger.apply(LedgerTests.transfer(2, 3, 1))
        try ledger.apply(LedgerTests.transfer(3, 2, 1))
        let touched = ledger.drainTouched()
        #expect(touched.map(\.account.number) == [2, 3, 6, 7])
        #expect(touched.map(\.balance) == [100, 0, 30, 20])
        #expect(ledger.drainTouchedLots() == [TouchedLot(lot: LotID(1), free: yuan(30), held: yuan(20))])
    }

    @Test func theFormIsOfTheContentAlone() throws {
        func form(_ ledger: Ledger) -> [UInt8] {
            var writer = CanonicalWriter()
            writer.write(ledger)
            return writer.bytes
        }
        var ledger = try LedgerTests.sample()
        let first = form(ledger)
        _ = ledger.drainTouched()
        #expect(form(ledger) == first)
        try ledger.apply(LedgerTests.transfer(2, 3, 1))
        let second = form(ledger)
        try ledger.apply(LedgerTests.transfer(3, 2, 1))
        #expect(second != first && form(ledger) == first)
        var reader = CanonicalReader(first)
        let read = try reader.read(Ledger.self)
        #expect(read == ledger && reader.isAtEnd && read.violations().isEmpty)
        var hash = ContentHash()
        hash.combine(first[...])
        #expect(hash.value == 12_006_382_428_186_876_029, "golden: the same on any machine")
    }

    @Test func aDraftOpensWhatItNeedsAndFoldsToTheSameLedger() throws {
        var (ledger, draft, folded) = (Ledger(), PostingDraft(), Ledger())
        let line = BankDeposit(party: buyer, amount: yuan(9), reference: try Label("ICBC-2"))
        try draft.post(.deposit(line) + .deposit(line), on: &ledger)
        try draft.post(from: .free(buyer), to: .free(provider), amount: 0, cause: .refund, on: &ledger)
        #expect(draft.events == [.accountOpened(AccountID(1), .bank), .accountOpened(AccountID(2), .free(buyer))])
        #expect(draft.transfers.map(\.amount) == [9, 9])
        #expect(ledger.balance(of: .free(buyer)) == 18 && ledger.balance(of: .free(provider)) == 0)
        try folded.fold(draft.events, draft.transfers)
        #expect(folded == ledger)
    }

    @Test func aDraftRefusesANegativeAmount() {
        var (ledger, draft) = (Ledger(), PostingDraft())
        #expect(throws: AccountingFault.amountNotPositive(-1)) {
            try draft.post(from: .bank, to: .free(buyer), amount: -1, cause: .deposit, on: &ledger)
        }
        #expect(draft == PostingDraft() && ledger == Ledger())
    }
}

import Domain
import Records
import Simulation
import Testing

/// Faults of single transfers, and the totals that show them.
struct TransferFaultTests {
    /// Whatever a transfer is for: one fen more, and the record at which it happens is named.
    @Test(arguments: TransferCause.allCases.filter { $0 != .forfeit })
    func aChangedAmountIsSeen(cause: TransferCause) throws {
        let found = faults(try tampering(transfers: { $0.cause == cause ? [$0.with(amount: $0.amount + 1)] : nil }))
        #expect(found.contains { if case .balanceDiffers = $0 { true } else { false } })
    }

    @Test(arguments: TransferCause.allCases.filter { $0 != .forfeit })
    func aDroppedTransferIsSeen(cause: TransferCause) throws {
        let found = faults(try tampering(transfers: { $0.cause == cause ? [] : nil }))
        #expect(found.contains { if case .balanceDiffers = $0 { true } else { false } })
    }

    @Test(arguments: TransferCause.allCases.filter { $0 != .forfeit })
    func aDoubledTransferIsSeen(cause: TransferCause) throws {
        let found = faults(try tampering(transfers: { $0.cause == cause ? [$0, $0] : nil }))
        #expect(found.contains { if case .balanceDiffers = $0 { true } else { false } })
    }

    @Test func anAccountOpenedTwiceIsSeen() throws {
        let found = faults(try tampering(events: { if case .accountOpened = $0 { [$0, $0] } else { nil } }))
        #expect(found.contains { if case .accountReopened = $0 { true } else { false } })
    }

    @Test func anAccountThatWasNotOpenedIsSeen() throws {
        let found = faults(try tampering(events: { if case .accountOpened = $0 { [] } else { nil } }))
        #expect(found.contains { if case .accountUnknown = $0 { true } else { false } })
    }

    @Test func anAmountBackwardsIsSeen() throws {
        let found = faults(
            try tampering(transfers: {
                $0.cause == .capture
                    ? [Transfer(debit: $0.credit, credit: $0.debit, amount: -$0.amount, lot: $0.lot, cause: $0.cause)]
                    : nil
            }))
        #expect(found.count == 1)
        #expect(found.contains { if case .amountNotPositive = $0 { true } else { false } })
    }

    @Test func publicMoneyWithoutItsLotIsSeen() throws {
        let found = faults(
            try tampering(transfers: { $0.cause == .hold && $0.lot != nil ? [$0.with(lot: .some(nil))] : nil }))
        #expect(found.contains { if case .lotUnnamed = $0 { true } else { false } })
        #expect(found.contains { if case .lotHeldDiffers = $0 { true } else { false } })
    }

    @Test func anotherAssetsAccountIsSeen() throws {
        let bank = try #require(account(.cny, .bank))
        let found = faults(try tampering(transfers: { $0.cause == .issue ? [$0.with(credit: bank)] : nil }))
        let unbalanced = found.filter { if case .unbalanced = $0 { true } else { false } }
        #expect(unbalanced.count == 2)
    }

    @Test func aDepositOfAnotherAmountIsSeen() throws {
        let found = faults(try tampering(transfers: { $0.cause == .deposit ? [$0.with(amount: $0.amount + 7)] : nil }))
        #expect(
            found.contains {
                if case .moneyNotConserved(let putIn, let standing) = $0 { standing - putIn == 7 } else { false }
            })
    }

    @Test func anAuthorisationOfAnotherAmountIsSeen() throws {
        let found = faults(
            try tampering(transfers: { $0.cause == .authorisation ? [$0.with(amount: $0.amount - 7)] : nil }))
        #expect(
            found.contains {
                if case .poolIdentityBroken(_, _, let put, let standing) = $0 { put - standing == 7 } else { false }
            })
    }

    @Test func aGrantOfAnotherQuotaIsSeen() throws {
        let found = faults(try tampering(transfers: { $0.cause == .grant ? [$0.with(amount: $0.amount * 2)] : nil }))
        #expect(found.contains { if case .quotaNotConserved = $0 { true } else { false } })
    }

    @Test func moreThanThereIsIsSeen() throws {
        let found = faults(
            try tampering(transfers: { $0.cause == .hold ? [$0.with(amount: $0.amount + 1_000_000_000)] : nil }))
        #expect(found.contains { if case .belowZero(let account, _) = $0 { account.role == .free } else { false } })
    }

    /// The number of an account of the clean journal.
    private func account(_ asset: Asset, _ role: AccountRole) -> AccountID? {
        for case .accountOpened(let id, let account) in CleanJournal.records.flatMap(\.events)
        where account.asset == asset && account.role == role {
            return id
        }
        return nil
    }
}

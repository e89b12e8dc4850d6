import Domain
import Records

/// Follows a ledger record by record and says which rule the first wrong record breaks.
///
/// It shares no code with the exchange that posted the transfers. A prefix of the journal ends at a record: the
/// transfers of one record stand or fall together, and balances are judged after the last of them.
struct LedgerCheck {
    var accounts: [AccountID: Account] = [:]
    var balances: [AccountID: Int128] = [:]
    var assets: [Asset: AssetTotals] = [:]
    var lots: [LotID: LotAmounts] = [:]
    var payouts: [PayoutID: Money] = [:]
    /// What the record in hand touched, in its order.
    var touched = TouchedByRecord()

    /// The first violation of `record`; after one the balances mean nothing.
    mutating func take(_ record: Record) -> LedgerViolation? {
        touched = TouchedByRecord()
        do throws(LedgerFault) {
            if case .refused = record.header.outcome, !record.isWithoutEffect {
                throw LedgerFault(.refusedButEffective)
            }
            for event in record.events { try take(event) }
            for transfer in record.transfers { try take(transfer) }
            try judge()
        } catch { return error.violation }
        return nil
    }

    /// Balances, lots and identities after the record's last transfer.
    private func judge() throws(LedgerFault) {
        for id in touched.accounts {
            let (balance, role) = (balances[id, default: 0], accounts[id]!.role)
            if role.isSource ? balance > 0 : balance < 0 { throw LedgerFault(.balanceOnWrongSide(id)) }
        }
        for id in touched.lots {
            if let violation = lots[id]?.violation { throw LedgerFault(violation) }
        }
        for asset in touched.assets {
            let totals = assets[asset, default: AssetTotals()]
            guard totals.putIn(asset) == totals.standing(asset) else { throw LedgerFault(.conservation(asset)) }
            guard totals.putIn(asset) == totals.announced else { throw LedgerFault(.sourceDiffers(asset)) }
        }
    }
}

/// A violation on its way out.
struct LedgerFault: Error {
    let violation: LedgerViolation

    init(_ violation: LedgerViolation) { self.violation = violation }
}

/// What one record touched.
struct TouchedByRecord {
    var accounts: [AccountID] = []
    var lots: [LotID] = []
    var assets: [Asset] = []
}

extension Record {
    /// Nothing moved, and no event but the trace of a refused application.
    var isWithoutEffect: Bool {
        transfers.isEmpty && events.allSatisfy { $0.kind == .voucherEvaluated }
    }
}

import Domain
import Records

extension LedgerCheck {
    /// Takes note of what transfers are judged against.
    mutating func take(_ event: Event) throws(LedgerFault) {
        switch event {
        case .accountOpened(let id, let account): try open(id, account)
        case .depositRecorded(let deposit): announce(Int128(deposit.amount.fen), of: .cny)
        case .payoutRequested(let payout, _, let amount, _): payouts[payout] = amount
        case .payoutApproved(let payout, _, _):
            guard let amount = payouts.removeValue(forKey: payout) else { throw LedgerFault(.payoutUnknown(payout)) }
            announce(-Int128(amount.fen), of: .cny)
        case .poolAuthorised(let programme, let amounts):
            for (funder, amount) in amounts.enumerated() {
                announce(Int128(amount.fen), of: .programme(programme, funder: Int64(funder)))
            }
        case .lotIssued(let lot): try issue(lot)
        case .filled(let fill):
            announce(Int128(fill.quantity.milli) * Int128(fill.window.seconds), of: .quota(fill.lease))
        case .leaseCut(let cut): announce(-Int128(cut.quota), of: .quota(cut.lease))
        default: break
        }
    }

    private mutating func open(_ id: AccountID, _ account: Account) throws(LedgerFault) {
        guard accounts[id] == nil else { throw LedgerFault(.accountReopened(id)) }
        let roles = account.asset.sharingRoles + [account.asset.sourceRole]
        guard roles.contains(account.role) else { throw LedgerFault(.accountOutsideChart(id)) }
        accounts[id] = account
    }

    private mutating func issue(_ lot: Lot) throws(LedgerFault) {
        guard lots[lot.id] == nil else { throw LedgerFault(.lotReissued(lot.id)) }
        lots[lot.id] = LotAmounts(lot)
        touched.lots.append(lot.id)
    }

    private mutating func announce(_ amount: Int128, of asset: Asset) {
        assets[asset, default: AssetTotals()].announced += amount
        touched.assets.append(asset)
    }
}

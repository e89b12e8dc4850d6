import Domain
import Records

extension Ledger {
    /// All that is wrong with the ledger, summed anew over every account and lot; empty in a sound one.
    ///
    /// Order: by asset in order of first use, pools ascending, accounts ascending, wallets in order of
    /// account, lots ascending. Complexity: O((1 + pools) × accounts + lots).
    public func violations() -> [LedgerViolation] {
        assetViolations() + poolViolations() + accountViolations() + walletViolations() + lotViolations()
    }

    private func assetViolations() -> [LedgerViolation] {
        let standing = standingSums()
        let trial = trialBalances()
        return positions.indices.flatMap { index -> [LedgerViolation] in
            let (flow, carried) = (positions[index].flow, positions[index].standing)
            let net = trial[index].credits - trial[index].debits
            let lost = flow.putIn - standing[index] - flow.returned
            return (trial[index].isBalanced ? [] : [.unbalanced(flow.asset, net)])
                + (lost == 0 ? [] : [.notConserved(flow.asset, lost)])
                + (carried == standing[index]
                    ? [] : [.standingDiffers(flow.asset, carried: carried, summed: standing[index])])
        }
    }

    private func standingSums() -> [Int128] {
        var sums = [Int128](repeating: 0, count: positions.count)
        for (row, position) in zip(rows, positionOfRow) where !row.account.role.isSource {
            sums[position] += Int128(row.balance)
        }
        return sums
    }

    private func poolViolations() -> [LedgerViolation] {
        poolIdentities().filter { !$0.holds }.map { .poolIdentityBroken($0.programme, funder: $0.funder) }
    }

    private func accountViolations() -> [LedgerViolation] {
        rows.enumerated().flatMap { index, row -> [LedgerViolation] in
            let id = AccountID(Int64(index) + 1)
            return (row.account.isInChart ? [] : [.outsideChart(id)])
                + (row.balance >= 0 || row.account.role.isSource ? [] : [.belowZero(id)])
        }
    }

    /// Each wallet account against its lots, and each lot's wallet that is not even open.
    private func walletViolations() -> [LedgerViolation] {
        let sums = walletSums()
        let wallets = rows.map(\.account).filter(\.isWallet) + sums.order.filter { accountID(for: $0) == nil }
        return wallets.compactMap { wallet in
            let (account, lots) = (balance(of: wallet), sums.amounts[wallet] ?? 0)
            return account == lots ? nil : .lotsDiffer(wallet, account: account, lots: lots)
        }
    }

    private func walletSums() -> (amounts: [Account: Int64], order: [Account]) {
        var amounts: [Account: Int64] = [:]
        var order: [Account] = []
        func add(_ amount: Int64, _ wallet: Account) {
            if amounts[wallet] == nil { order.append(wallet) }
            amounts[wallet, default: 0] += amount
        }
        for lot in lotRows {
            for funder in lot.free.indices {
                let asset = Asset.programme(lot.programme, funder: Int64(funder))
                add(lot.free[funder], .voucher(asset, .lotsFree, lot.holder))
                add(lot.held[funder], .voucher(asset, .lotsHeld, lot.holder))
            }
        }
        return (amounts, order)
    }

    private func lotViolations() -> [LedgerViolation] {
        lotRows.filter { ($0.free + $0.held).contains { $0 < 0 } }.map { .lotBelowZero($0.lot) }
    }
}

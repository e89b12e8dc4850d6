import Domain
import Records

extension [Posting] {
    /// A lot expires: what is free of it goes back to its pool, to available or lapsed as the programme says,
    /// funder by funder. What demands held was released before; what fills hold in escrow stays.
    ///
    /// - Parameter row: the lot at its expiry instant, after the release.
    public static func expiry(of row: LotRow, to breakage: BreakageTo) -> [Posting] {
        row.free.enumerated().map { funder, amount in
            let asset = Asset.programme(row.programme, funder: Int64(funder))
            return Posting(
                from: .voucher(asset, .lotsFree, row.holder), to: breakage.account(asset), amount: amount,
                lot: row.lot, cause: .expiry, subject: .lot(row.lot))
        }
    }
}

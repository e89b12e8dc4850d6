import Domain
import Records

extension LeaseAccount {
    /// When the next earning matures; nil where none waits.
    public var nextMaturity: Stamp? { pending.first?.maturesAt }

    /// What matures at or before an instant becomes free to pay out, or claimable.
    ///
    /// - Returns: nil where nothing does. Complexity: O(stretches that mature × shares).
    @discardableResult
    public mutating func mature(until instant: Stamp) -> MaturedEarning? {
        let due = pending.prefix { $0.maturesAt <= instant }
        guard !due.isEmpty else { return nil }
        let sums = shares.indices.map { position in due.reduce(Money.zero) { $0 + $1.amounts[position] } }
        pending.removeFirst(due.count)
        for (position, sum) in sums.enumerated() { shares[position].matured += sum }
        return MaturedEarning(own: ownSum(sums), lots: claims(sums))
    }

    private func ownSum(_ sums: [Money]) -> Money {
        zip(shares, sums).reduce(Money.zero) { $1.0.source == .own ? $0 + $1.1 : $0 }
    }

    private func claims(_ sums: [Money]) -> [ProgrammeClaim] {
        zip(shares, sums).compactMap { share, sum in
            guard let lot = share.lotShare, sum > .zero else { return nil }
            return ProgrammeClaim(lot: lot.lot, funder: lot.funder, amount: sum)
        }
    }
}

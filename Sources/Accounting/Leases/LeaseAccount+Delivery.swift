import Domain
import Records

extension LeaseAccount {
    /// A stretch of the lease comes to its end: used, then idle, then missed, in milli-unit-seconds.
    ///
    /// Each source pays on its own: its amount × done / whole, half-even, less what was posted; the last piece
    /// takes the rest. The fee is its rate on all own money earned so far, half-even, less what was taken.
    /// - Parameter maturesAt: when what is earned becomes free or claimable, unless contested.
    ///
    /// Errors: `deliveryOutsideLease`; the lease is then unchanged. Complexity: O(shares).
    @discardableResult
    public mutating func deliver(
        used newUsed: Int64, idle newIdle: Int64, missed newMissed: Int64, maturesAt: Stamp
    ) throws(AccountingFault) -> DeliverySplit {
        try check(newUsed, newIdle, newMissed)
        let pieces = shares.map { piece($0, newUsed, newIdle, newMissed) }
        used += newUsed
        idle += newIdle
        missed += newMissed
        let newFee = post(pieces)
        wait(pieces, newFee, until: maturesAt)
        return DeliverySplit(used: newUsed, idle: newIdle, missed: newMissed, pieces: pieces, fee: newFee)
    }

    private func check(_ used: Int64, _ idle: Int64, _ missed: Int64) throws(AccountingFault) {
        let sum = Int128(used) + Int128(idle) + Int128(missed)
        guard used >= 0, idle >= 0, missed >= 0, sum <= Int128(undelivered) else {
            throw .deliveryOutsideLease(lease)
        }
    }

    private func piece(_ share: LeaseShare, _ used: Int64, _ idle: Int64, _ missed: Int64) -> SourcePiece {
        let marks = [done, done + used, done + used + idle, done + used + idle + missed].map { due(share, $0) }
        return SourcePiece(
            source: share.source, used: marks[1] - marks[0], idle: marks[2] - marks[1], missed: marks[3] - marks[2])
    }

    /// A source's amount × done / whole, half-even: at most the amount, so it fits.
    private func due(_ share: LeaseShare, _ done: Int64) -> Money {
        Money(fen: Int64(Rounding.halfEven.quotient(Int128(share.amount.fen) * Int128(done), Int128(whole))))
    }

    /// Books the pieces and gives the fee on them.
    private mutating func post(_ pieces: [SourcePiece]) -> Money {
        for (position, piece) in pieces.enumerated() {
            shares[position].earned += piece.earned
            shares[position].refunded += piece.missed
        }
        let owed = feeRate.of(ownEarned)
        defer { fee = owed }
        return owed - fee
    }

    /// The last part of the lease is no longer owed, in milli-unit-seconds: what each source had put in for it goes back,
    /// as `missed` of the pieces. What is delivered later pays as if nothing had been cut.
    ///
    /// Errors: `deliveryOutsideLease` (nothing, or more than is undelivered); the lease is then unchanged.
    /// Complexity: O(shares).
    @discardableResult
    public mutating func cut(_ quota: Int64) throws(AccountingFault) -> [SourcePiece] {
        guard quota > 0, quota <= undelivered else { throw .deliveryOutsideLease(lease) }
        let owed = whole - cut
        let pieces = shares.map { share in
            SourcePiece(
                source: share.source, used: .zero, idle: .zero, missed: due(share, owed) - due(share, owed - quota))
        }
        cut += quota
        for (position, piece) in pieces.enumerated() { shares[position].refunded += piece.missed }
        return pieces
    }

    private mutating func wait(_ pieces: [SourcePiece], _ fee: Money, until instant: Stamp) {
        let amounts = pieces.map { piece in
            switch piece.source {
            case .own: piece.earned - fee
            case .transfer: Money.zero
            case .lot: piece.earned
            }
        }
        guard pieces.contains(where: { $0.earned > .zero && $0.source != .transfer }) else { return }
        // Nearly always at the end; earlier only where the policy's hours became fewer.
        let position = (pending.lastIndex { $0.maturesAt <= instant }).map { $0 + 1 } ?? 0
        pending.insert(PendingEarning(maturesAt: instant, amounts: amounts), at: position)
    }

    private var ownEarned: Money { shares.first { $0.source == .own }?.earned ?? .zero }
}

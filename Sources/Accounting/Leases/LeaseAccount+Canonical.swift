import Domain
import Records

extension LeaseAccount {
    /// Writes what has happened since the fill; the rest is in the fill.
    public func writeProgress(to writer: inout CanonicalWriter) {
        writer.write(used, idle, missed, cut, fee)
        writer.write(shares.map { ShareProgress($0) })
        writer.write(table: pending)
    }

    /// Reads what `writeProgress` wrote, into an account as its fill begins it. Errors: `notCanonical` where it is
    /// another fill's.
    public mutating func readProgress(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        (used, idle, missed) = (try reader.read(), try reader.read(), try reader.read())
        (cut, fee) = (try reader.read(), try reader.read())
        let progress = try reader.read([ShareProgress].self)
        pending = try reader.table()
        let fits = progress.count == shares.count && pending.allSatisfy { $0.amounts.count == shares.count }
        guard fits else { throw CanonicalError(.notCanonical, at: start) }
        for (position, share) in progress.enumerated() {
            shares[position].earned = share.earned
            shares[position].refunded = share.refunded
            shares[position].matured = share.matured
            shares[position].claimed = share.claimed
        }
    }
}

/// What became of a source's amount so far.
private struct ShareProgress: Canonical {
    let earned: Money
    let refunded: Money
    let matured: Money
    let claimed: Money

    init(_ share: LeaseShare) {
        (earned, refunded, matured, claimed) = (share.earned, share.refunded, share.matured, share.claimed)
    }

    func write(to writer: inout CanonicalWriter) { writer.write(earned, refunded, matured, claimed) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (earned, refunded, matured, claimed) = (
            try reader.read(), try reader.read(), try reader.read(), try reader.read()
        )
    }
}

extension PendingEarning: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(maturesAt, amounts) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(maturesAt: try reader.read(), amounts: try reader.read())
    }
}

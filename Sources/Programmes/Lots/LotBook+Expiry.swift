import Domain

/// What a lot's expiry ends.
public struct LotExpiry: Hashable, Sendable {
    public let lot: LotID
    /// The demands whose holds end, ascending, and what they held.
    public let released: [HeldPart]
    /// What was free or held, by funder: the breakage.
    public let broken: [Money]
    public let to: BreakageTo

    /// What one demand held.
    public struct HeldPart: Hashable, Sendable {
        public let demand: DemandID
        public let amounts: [Money]

        public init(demand: DemandID, amounts: [Money]) { (self.demand, self.amounts) = (demand, amounts) }
    }
}

/// Whose fault a refund is, for a lot that has expired meanwhile.
public enum RefundFault: UInt8, Sendable, CaseIterable {
    case provider
    case exchange
    case buyer
    case nobody
}

/// Where a refund went.
public enum RefundOutcome: Hashable, Sendable {
    /// Free again in its unexpired lot.
    case restored
    /// Free again in its expired lot, until this instant (exclusive).
    case renewed(until: Stamp)
    /// Forfeited, and breakage.
    case forfeited(to: BreakageTo)
}

extension LotBook {
    public static let refundValidityDays: Int64 = 30

    /// Ends a lot at its expiry: its holds end, what is left breaks. Only the escrow of a fill survives.
    public mutating func expire(_ lot: LotID) -> LotExpiry {
        change(lot) { balance in
            let released = balance.holders.map {
                LotExpiry.HeldPart(demand: $0, amounts: balance.held(by: $0))
            }
            return LotExpiry(lot: lot, released: released, broken: balance.expire(), to: balance.breakageTo)
        }
    }

    /// The lots of which something is left at or after their expiry, in order of expiry, then number.
    ///
    /// - Complexity: O(lots).
    public func due(at stamp: Stamp) -> [LotID] {
        all.filter { $0.usableUntil <= stamp && ($0.free.total + $0.held.total) > .zero }
            .sorted { ($0.usableUntil, $0.lot.id) < ($1.usableUntil, $1.lot.id) }.map(\.lot.id)
    }

    /// Takes a part of the escrow back.
    ///
    /// An unexpired lot always gets its refund. In an expired one it is valid for 30 days from then if the provider
    /// or the exchange was at fault, and what an earlier refund left there is valid as long; else it is forfeited.
    public mutating func refund(_ part: LotPart, fault: RefundFault, at stamp: Stamp) -> RefundOutcome {
        change(part.lot) { balance in
            guard stamp >= balance.lot.expiresAt else {
                balance.refund(part.amounts, forfeit: false, until: nil)
                return .restored
            }
            guard fault == .provider || fault == .exchange else {
                balance.refund(part.amounts, forfeit: true, until: nil)
                return .forfeited(to: balance.breakageTo)
            }
            let days = LotBook.refundValidityDays
            let until = Stamp(microseconds: stamp.microseconds + days * 24 * Stamp.microsecondsPerHour)
            balance.refund(part.amounts, forfeit: false, until: until)
            return .renewed(until: balance.usableUntil)
        }
    }
}

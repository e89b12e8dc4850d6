import Domain

// A walk tries fills on copies of the candidates before any is made.
extension ProgrammeCandidate {
    /// The candidate after a fill drew on its lots: the lots have given, and the caps leave so much less.
    public func capturing(_ draws: [LotPart], demand: DemandID) -> ProgrammeCandidate {
        let drawn = draws.reduce(Money.zero) { $0 + $1.amounts.total }
        let after = lots.map { balance in
            guard let draw = draws.first(where: { $0.lot == balance.lot.id }) else { return balance }
            var changed = balance
            changed.capture(draw.amounts, demand: demand)
            return changed
        }
        let left = caps.map { CapRemaining(cap: $0.cap, amount: max(.zero, $0.amount - drawn)) }
        return ProgrammeCandidate(
            programme: programme, version: version, definition: definition, lots: after, caps: left, rates: rates,
            leastTablePrice: leastTablePrice)
    }

    /// The candidate as if nothing of its lots were free.
    public func withoutFree() -> ProgrammeCandidate {
        ProgrammeCandidate(
            programme: programme, version: version, definition: definition, lots: lots.map { $0.withoutFree() },
            caps: caps, rates: rates, leastTablePrice: leastTablePrice)
    }

    /// The candidate once the demand holds these parts of its lots, and nothing of its others.
    public func holding(_ parts: [LotPart], demand: DemandID) -> ProgrammeCandidate {
        let after = lots.map { balance in
            var changed = balance
            let part = parts.first { $0.lot == balance.lot.id }
            changed.setHold(part?.amounts ?? .zeros(balance.free.count), demand: demand)
            return changed
        }
        return ProgrammeCandidate(
            programme: programme, version: version, definition: definition, lots: after, caps: caps, rates: rates,
            leastTablePrice: leastTablePrice)
    }
}

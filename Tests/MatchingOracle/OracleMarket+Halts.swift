import Domain

extension OracleMarket {
    /// Those that meet what goes on are decided in order of place.
    func suspend(_ provider: PartyID, _ stands: Bool, _ events: inout [OracleEvent]) {
        let theirs = offers.map(\.offer).filter { $0.provider == provider }.map(\.id)
        if stands { return suspended.formUnion(theirs) }
        let back = theirs.filter { suspended.contains($0) }
        suspended.subtract(back)
        let met = demands.filter { rest in back.contains { meets(rest, $0) } }
        for rest in met.sorted(by: earlier) { decide(rest.entry.demand.id, arriving: false, &events) }
    }

    /// Why a demand that is not to rest passed by what it could have had a lot of: it is frozen, or stands still.
    func passedBy(_ rest: OracleRest, _ walked: [OracleFill]) -> Reason? {
        var left = rest
        left.open -= units(walked, rest)
        if rest.terms.singleProvider, let first = walked.first { left.provider = first.offer.offer.provider }
        if passesFrozen(left) { return .frozen }
        let passes = offers.contains { offer in
            suspended.contains(offer.offer.id) && couldTakeNow(left, offer) && !isBlocked(left, offer)
        }
        return passes ? .halted : nil
    }
}

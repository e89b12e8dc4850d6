import Domain

extension OracleMarket {
    /// Whether the demand, if it came now, would be filled whole.
    public func fillsWhole(_ entry: OracleDemand) -> Bool {
        guard !isHalted else { return false }
        // What is known of its reach, and of what a unit is worth to it, is that of other terms.
        (knownReach, knownWorth) = ([:], [:])
        defer { (knownReach, knownWorth) = ([:], [:]) }
        let rest = OracleRest(entry: entry, open: wanted(entry.demand.terms))
        let fills = judged(walk(rest, lifting: false), rest)
        return !fills.isEmpty && units(fills, rest) >= rest.open - slack(rest)
    }

    /// The dearest hour that somebody asks for, with the dearest tariff, a unit of `worth` milli-SCU: no limit above it lets
    /// in more.
    public func dearestLimit(links: [Link], worth: Int64 = 1_000) -> Int64 {
        let asks = offers.map { offer in
            switch offer.offer.terms.price {
            case .flat(let price): price.microYuan
            case .hourOfWeek(let prices): prices.map(\.microYuan).max() ?? 0
            }
        }
        let dearest = (asks.max() ?? 0) + (links.map(\.tariff.microYuan).max() ?? 0)
        return dearest * 1_000 / worth + 1
    }
}

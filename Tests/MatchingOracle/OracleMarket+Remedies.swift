import Domain

extension OracleMarket {
    /// Whether the demand, if it came now, would be filled whole.
    public func fillsWhole(_ entry: OracleDemand) -> Bool {
        guard !isHalted else { return false }
        // What is known of its reach is that of other terms.
        knownReach = [:]
        defer { knownReach = [:] }
        let rest = OracleRest(entry: entry, open: wanted(entry.demand.terms))
        let fills = judged(walk(rest, lifting: false), rest)
        return !fills.isEmpty && units(fills, rest) >= rest.open - slack(rest)
    }

    /// The dearest hour that somebody asks for, with the dearest tariff: no limit above it lets in more.
    public func dearestLimit(links: [Link]) -> Int64 {
        let asks = offers.map { offer in
            switch offer.offer.terms.price {
            case .flat(let price): price.microYuan
            case .hourOfWeek(let prices): prices.map(\.microYuan).max() ?? 0
            }
        }
        return (asks.max() ?? 0) + (links.map(\.tariff.microYuan).max() ?? 0)
    }
}

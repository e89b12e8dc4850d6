import Domain

/// Consecutive hours of an offer, and what they ask a unit.
struct HourRun {
    let start: Int32
    let end: Int32
    /// Micro-yuan.
    let askSum: Int64

    var window: Window { Window(unchecked: Hour(start), Hour(end)) }
}

/// On the frontier of a walk that chooses hours: the best run of an offer, or a bound of all that its queue still has from
/// that offer on.
struct RunNode: Prioritised {
    /// As of a `WalkNode`, over the hours of the run.
    let cost: UInt64
    let gross: Int64
    let start: Int32
    let place: Place
    let offer: Int32
    /// Of a bound, the hours that it is a bound over.
    let run: HourRun
    let isExact: Bool

    /// - Parameter run: of a bound, as many hours as are asked for, from the first that may be chosen.
    init(_ run: HourRun, tariff: Int64, subsidy rate: Int64, place: Place, offer: Int32, isExact: Bool) {
        let node = WalkNode(
            askSum: run.askSum, tariff: tariff, hours: Int64(run.end - run.start), subsidy: rate, place: place,
            offer: offer, isExact: isExact)
        (cost, gross, start) = (node.cost, node.gross, run.start)
        self.run = run
        self.place = place
        self.offer = offer
        self.isExact = isExact
    }

    /// The order of candidates: as that of offers, but that the earlier start comes before the earlier place. All runs have
    /// the same number of hours, so sums stand for means. A bound goes before what it ties with.
    func precedes(_ other: RunNode) -> Bool {
        if cost != other.cost { return cost < other.cost }
        if gross != other.gross { return gross < other.gross }
        if start != other.start { return start < other.start }
        if place != other.place { return place < other.place }
        return !isExact && other.isExact
    }
}

import Domain

/// Consecutive hours of an offer, and what they ask a unit.
struct HourRun: Hashable {
    let start: Int32
    let end: Int32
    /// Micro-yuan.
    let askSum: Int64

    var hours: Int32 { end - start }
    var window: Window { Window(unchecked: Hour(start), Hour(end)) }
}

/// How many hours a run may have: all that a unit still wants, or so many that a piece at least is left.
struct RunLengths {
    let all: Int32
    /// The least and the most of those that leave some; none where the least is more.
    let least: Int32
    let most: Int32

    /// - Parameters:
    ///   - wanted: the hours that the unit still wants.
    ///   - leastPiece: `wanted` where they are consecutive.
    ///   - term: the shortest that the offer sells.
    init(wanted: Int32, leastPiece: Int32, term: Int32) {
        all = wanted >= term ? wanted : 0
        least = max(leastPiece, term)
        most = wanted - leastPiece
    }

    /// The longest that fits into so many hours; zero where none does.
    func longest(within hours: Int32) -> Int32 {
        if all > 0, all <= hours { return all }
        let part = min(hours, most)
        return part >= least ? part : 0
    }

    /// Those that fit, the longest first.
    func forEach(within hours: Int32, _ body: (Int32) -> Void) {
        if all > 0, all <= hours { body(all) }
        for length in stride(from: min(hours, most), through: least, by: -1) { body(length) }
    }
}

/// On the frontier of a walk that chooses hours: the best run of an offer, or a bound of all that its queue still has from
/// that offer on.
struct RunNode: Prioritised {
    /// As of a `WalkNode`, over the hours of the run.
    let cost: UInt64
    let gross: Int64
    let place: Place
    let offer: Int32
    /// Of a bound, the hours that it is a bound over.
    let run: HourRun
    let isExact: Bool

    /// - Parameter run: of a bound, as many hours as are wanted, from the first that may be chosen.
    init(
        _ run: HourRun, tariff: Int64, subsidy rate: Int64, place: Place, offer: Int32, isExact: Bool
    ) {
        let node = WalkNode(
            askSum: run.askSum, tariff: tariff, hours: Int64(run.hours), subsidy: rate, normaliser: 1, place: place,
            offer: offer,
            kind: isExact ? .exact : .bound)
        (cost, gross) = (node.cost, node.gross)
        self.run = run
        self.place = place
        self.offer = offer
        self.isExact = isExact
    }

    /// The order of candidates: rank cost, then price and tariff, as means over the hours; then the longer, the earlier
    /// start, the earlier place. A bound goes before what it ties with.
    func precedes(_ other: RunNode) -> Bool {
        let (mine, theirs) = (UInt128(run.hours), UInt128(other.run.hours))
        let (cost, otherCost) = (UInt128(self.cost) * theirs, UInt128(other.cost) * mine)
        if cost != otherCost { return cost < otherCost }
        let (gross, otherGross) = (UInt128(self.gross) * theirs, UInt128(other.gross) * mine)
        if gross != otherGross { return gross < otherGross }
        if mine != theirs { return mine > theirs }
        if run.start != other.run.start { return run.start < other.run.start }
        if place != other.place { return place < other.place }
        return !isExact && other.isExact
    }

    func isSame(as other: RunNode) -> Bool { run == other.run && offer == other.offer }
}

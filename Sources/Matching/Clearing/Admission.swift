import Domain

/// Decides which of the demands with a least fill are let in, and what everybody then gets.
///
/// It begins at the optimum of the problem in which least fills do not count, with its prices. Demands with a least fill
/// are from then on out (they hold nothing), in (they hold at least so much and may not fall below) or undecided.
/// Whoever comes in or goes takes units from, or leaves units to, whom it costs least or suits best: a cheapest path, over
/// as many parties as it takes, as in the method of successive shortest paths for flows of least cost (Ahuja, Magnanti
/// and Orlin, "Network flows", 1993). Prices follow, so that after every step the allocation is the best for those who are
/// in, and prices tell who is worth a try: letting in a demand that gains nothing at them can gain nothing.
///
/// Where the first prices prove no optimum, paths are still allowed and valued as they are, but perhaps not the cheapest.
struct Admission: ~Copyable {
    /// Arcs, flows, rests, units free, prices, and lots as lists.
    var auction: Auction
    let minimums: FlatArray<Int32>
    /// What each demand keeps: its least fill once it is in, else nothing.
    let floors: FlatArray<Int32>
    let isOut: FlatArray<Bool>
    /// The demand of each arc.
    let owners: FlatArray<Int32>
    /// Times `scale`.
    var welfare: Int128 = 0
    /// What no allocation exceeds, times `scale`.
    let bound: Int128
    /// What was changed since the last decision that stands.
    var journal: [AdmissionChange] = []
    var search: PathSearch
    /// Where trying to do better ends.
    var lastArcToSee = 0
    /// The least gain of the units that each demand holds, where it is not stale.
    let levels: FlatArray<Int64>
    let isStale: FlatArray<Bool>

    /// Takes over what the auction found.
    init(_ problem: ClearingProblem, _ rounds: consuming ClearingRounds) {
        let (fills, prices, factor) = (rounds.bestFills, rounds.bestPrices, rounds.auction.scale / rounds.bestScale)
        bound = rounds.best.bound
        auction = rounds.auction
        let demands = problem.demands.count
        minimums = FlatArray(problem.demands.lazy.map { Int32($0.minimum.milli) })
        floors = FlatArray(repeating: 0, count: demands)
        isOut = FlatArray(repeating: false, count: demands)
        levels = FlatArray(repeating: 0, count: demands)
        isStale = FlatArray(repeating: true, count: demands)
        owners = FlatArray(repeating: 0, count: problem.arcs.count)
        search = PathSearch(offers: problem.offers.count)
        auction.sortColumns()
        takeBackUnits()
        for offer in 0..<auction.offerCount {
            auction.prices[offer] = auction.capacities[offer] == 0 ? 0 : prices[offer] * factor
        }
        hold(fills)
    }

    /// Leaves every offer's units free and every demand without.
    private func takeBackUnits() {
        auction.lotCounts.fill(0)
        auction.free.start.update(from: auction.capacities.start, count: auction.offerCount)
        auction.rests.start.update(from: auction.quantities.start, count: auction.demandCount)
        for demand in 0..<Int32(auction.demandCount) {
            for arc in arcs(of: demand) {
                owners[arc] = demand
                auction.arcs[arc].flow = 0
            }
        }
    }

    private mutating func hold(_ fills: [ClearingFill]) {
        var arc = 0
        for fill in fills {
            arc = max(arc, Int(auction.arcStarts[fill.demand]))
            while auction.arcs[arc].offer != fill.offer { arc += 1 }
            move(Int32(fill.quantity.milli), into: Int32(arc))
        }
        journal.removeAll()
    }

    @inline(__always)
    func arcs(of demand: Int32) -> Range<Int32> { auction.arcStarts[demand]..<auction.arcStarts[demand + 1] }

    @inline(__always)
    func lots(of offer: Int32) -> Range<Int32> {
        auction.lotStarts[offer]..<(auction.lotStarts[offer] + auction.lotCounts[offer])
    }

    /// What a unit on an arc gains at the prices.
    @inline(__always)
    func gain(_ arc: Int32) -> Int64 { auction.arcs[arc].surplus &- auction.prices[auction.arcs[arc].offer] }

    @inline(__always)
    func held(by demand: Int32) -> Int32 { auction.quantities[demand] - auction.rests[demand] }

    /// The least gain of the units that a demand holds; beyond all, where it holds none.
    mutating func level(of demand: Int32) -> Int64 {
        if isStale[demand] {
            isStale[demand] = false
            levels[demand] = .max / 2
            for arc in arcs(of: demand) where auction.arcs[arc].flow > 0 {
                levels[demand] = min(levels[demand], gain(arc))
            }
            auction.arcsSeen += arcs(of: demand).count
        }
        return levels[demand]
    }
}

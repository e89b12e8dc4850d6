/// Finds an allocation by hour, led by prices: first by a sweep in their order, then by exchanges that gain.
///
/// An exchange puts units where they are worth more, though others stand there; who has to leave goes where there is
/// room, or where it in turn is worth more than others; what is then free is filled. Where all of it gains nothing, all
/// of it is taken back.
struct HourlySearch: ~Copyable {
    var market: HourlyMarket
    /// By arc.
    let flows: FlatArray<Int64>
    /// By cell.
    let free: FlatArray<Int64>
    /// By demand, what it does not have.
    let rests: FlatArray<Int64>
    /// The arcs with units, by offer.
    var held: [[Int32]]
    /// All arcs by offer, the best first.
    let columns: [[Int32]]
    /// Best first.
    let order: [Int32]
    var welfare: Int128 = 0
    /// Nominal subsidy, which decides between exchanges of equal welfare.
    var subsidy: Int128 = 0
    /// What was moved since the last exchange that stands.
    var journal: [Move] = []
    /// Demands that lost units and may go elsewhere.
    var waiting: [Int32] = []
    /// Offers of which units became free.
    var touched: [Int32] = []

    struct Move {
        let arc: Int32
        let quantity: Int64
    }

    init(_ market: consuming HourlyMarket) {
        let arcCount = market.arcs.count
        // Who was chosen most while prices settled, then by what an hour gains.
        let keys = (0..<Int32(arcCount)).map { arc in
            let row = market.arcs[arc]
            return (market.choices[arc], market.net(arc) / Int64(row.end - row.first))
        }
        order = (0..<Int32(arcCount)).sorted {
            let (one, other) = (keys[Int($0)], keys[Int($1)])
            return (one.0, one.1, $1) > (other.0, other.1, $0)
        }
        var columns = [[Int32]](repeating: [], count: market.offerCount)
        for arc in order { columns[Int(market.arcs[arc].offer)].append(arc) }
        self.columns = columns
        held = Array(repeating: [], count: market.offerCount)
        flows = FlatArray(repeating: 0, count: arcCount)
        free = FlatArray(uninitialized: market.capacities.count)
        free.start.initialize(from: market.capacities.start, count: market.capacities.count)
        rests = FlatArray(uninitialized: market.demandCount)
        rests.start.initialize(from: market.quantities.start, count: market.demandCount)
        self.market = market
    }

    var isExhausted: Bool { market.seen >= market.seenMost }

    /// The least that is free over the cells of an arc.
    @inline(__always)
    mutating func room(_ arc: Int32) -> Int64 {
        let row = market.arcs[arc]
        var least = Int64.max
        var cell = row.first
        while cell < row.end, least > 0 {
            least = min(least, free[cell])
            cell += 1
        }
        market.seen += 1
        return least
    }

    func held(by demand: Int32) -> Int64 { market.quantities[demand] - rests[demand] }

    /// It has something, but less than its least fill.
    func isShort(_ demand: Int32) -> Bool {
        let held = held(by: demand)
        return held > 0 && held < market.minimums[demand]
    }

    /// It may get just any part more.
    func isDivisible(_ demand: Int32) -> Bool {
        market.minimums[demand] == 0 || held(by: demand) >= max(1, market.minimums[demand])
    }

    /// Moves units into an arc, or out of it, and notes it.
    mutating func move(_ quantity: Int64, into arc: Int32) {
        shift(quantity, into: arc)
        journal.append(Move(arc: arc, quantity: quantity))
    }

    mutating func undo(to mark: Int = 0) {
        while journal.count > mark, let move = journal.popLast() { shift(-move.quantity, into: move.arc) }
    }

    private mutating func shift(_ quantity: Int64, into arc: Int32) {
        let row = market.arcs[arc]
        let offer = Int(row.offer)
        if flows[arc] == 0 { held[offer].append(arc) }
        flows[arc] = flows[arc] + quantity
        if flows[arc] == 0, let position = held[offer].firstIndex(of: arc) { held[offer].remove(at: position) }
        rests[row.demand] = rests[row.demand] - quantity
        for cell in row.first..<row.end { free[cell] = free[cell] - quantity }
        welfare += Int128(quantity) * Int128(row.gain)
        if !market.subsidies.isEmpty { subsidy += Int128(quantity) * market.subsidies[Int(arc)] }
        market.seen += 1
    }

    /// Where a demand gains most among the arcs with room, but for one.
    mutating func roomiest(_ demand: Int32, but except: Int32 = -1) -> Int32? {
        var best: Int32?
        for arc in market.arcs(of: demand) where arc != except {
            if let best, market.arcs[best].gain >= market.arcs[arc].gain { continue }
            if room(arc) > 0 { best = arc }
        }
        return best
    }

    /// Gives a demand what there is room for, where it gains most first.
    mutating func fill(_ demand: Int32) {
        while rests[demand] > 0, let arc = roomiest(demand) {
            move(min(rests[demand], room(arc)), into: arc)
            touched.append(market.arcs[arc].offer)
        }
    }

    /// Takes everything from a demand.
    mutating func drop(_ demand: Int32) {
        for arc in market.arcs(of: demand) where flows[arc] > 0 {
            move(-flows[arc], into: arc)
            touched.append(market.arcs[arc].offer)
        }
    }
}

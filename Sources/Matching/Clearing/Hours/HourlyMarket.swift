import Domain

/// A problem by hour as flat numbers, and the prices that are found for it.
///
/// Arcs that gain nothing, or that meet an hour without capacity, are left out.
struct HourlyMarket: ~Copyable {
    struct Arc: BitwiseCopyable {
        /// Of a unit over all its hours, in micro-yuan; positive.
        let gain: Int64
        /// The cells that it takes units of: first ..< end.
        let first: Int32
        let end: Int32
        let offer: Int32
        let demand: Int32
    }

    let arcs: FlatArray<Arc>
    /// The arcs of demand `d` are `arcs[arcStarts[d]..<arcStarts[d + 1]]`.
    let arcStarts: FlatArray<Int32>
    let quantities: FlatArray<Int64>
    let minimums: FlatArray<Int64>
    let capacities: FlatArray<Int64>
    /// Hours of each cell.
    let hours: FlatArray<Int64>
    /// The nominal subsidy of each arc; empty where nobody has any.
    let subsidies: [Int128]
    let offerCount: Int
    /// Prices are in micro-yuan times this, per unit-hour.
    let scale: Int64
    /// The greatest gain of an hour, times `scale`.
    let mostGain: Int64
    /// No price is more: an hour may be worth what a whole window gains.
    let mostPrice: Int64
    let prices: FlatArray<Int64>
    /// Sums of prices × hours over the cells before each, modulo 2⁶⁴; of differences, those of a window are exact.
    let sums: FlatArray<Int64>
    /// How often the second half of the rounds chose each arc.
    let choices: FlatArray<Int32>
    /// What has been looked at, in arcs and cells.
    var seen = 0
    let seenMost: Int

    init(_ problem: HourlyProblem, _ effort: ClearingEffort) {
        var kept: [Arc] = []
        var subsidies: [Int128] = []
        var starts: [Int32] = [0]
        var mostWhole: Int64 = 1
        for demand in problem.demands.indices {
            for number in problem.arcs(of: demand) {
                let (span, gain) = (problem.spans[number], problem.surplus(demand: demand, arc: number))
                mostWhole = max(mostWhole, gain)
                let isOpen = span.allSatisfy { problem.cells[Int($0)].capacity > .zero }
                guard gain > 0, isOpen, problem.demands[demand].quantity > .zero else { continue }
                kept.append(
                    Arc(
                        gain: gain, first: span.lowerBound, end: span.upperBound, offer: problem.arcs[number].offer,
                        demand: Int32(demand)))
                if !problem.rates.isEmpty { subsidies.append(problem.subsidy(arc: number)) }
            }
            starts.append(Int32(kept.count))
        }
        arcs = FlatArray(kept)
        self.subsidies = subsidies
        arcStarts = FlatArray(starts)
        quantities = FlatArray(problem.demands.lazy.map(\.quantity.milli))
        minimums = FlatArray(problem.demands.lazy.map(\.minimum.milli))
        capacities = FlatArray(problem.cells.lazy.map(\.capacity.milli))
        hours = FlatArray(problem.cells.lazy.map(\.window.hours))
        offerCount = problem.offerCount
        let most = kept.reduce(1) { max($0, $1.gain / problem.demands[Int($1.demand)].hours + 1) }
        let longest = problem.demands.reduce(1) { max($0, $1.hours) }
        scale = 1 << max(0, min(20, 38 - Self.bits(most), 44 - Self.bits(mostWhole)))
        mostGain = most * scale
        mostPrice = min(mostWhole * scale, (1 << 61) / longest)
        prices = FlatArray(repeating: 0, count: problem.cells.count)
        sums = FlatArray(repeating: 0, count: problem.cells.count + 1)
        choices = FlatArray(repeating: 0, count: kept.count)
        seenMost = effort.arcsMost
    }

    private static func bits(_ number: Int64) -> Int { Int64.bitWidth - number.leadingZeroBitCount }

    var demandCount: Int { quantities.count }

    @inline(__always)
    func arcs(of demand: Int32) -> Range<Int32> { arcStarts[demand]..<arcStarts[demand + 1] }

    /// What a unit on an arc gains at the prices, times `scale`.
    @inline(__always)
    func net(_ arc: Int32) -> Int64 {
        let row = arcs[arc]
        return row.gain &* scale &- (sums[row.end] &- sums[row.first])
    }

    func sumUp() {
        var sum: Int64 = 0
        for cell in 0..<hours.count {
            sums[cell] = sum
            sum &+= prices[cell] &* hours[cell]
        }
        sums[hours.count] = sum
    }
}

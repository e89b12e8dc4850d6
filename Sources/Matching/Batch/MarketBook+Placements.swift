import Domain

// Where a batch may put the hours of a unit: in one piece of one offer, at one of a bounded list of starts.
//
// The list depends on the demand, the span and the offer's free hours alone, and is part of the frozen problem, so that
// the bound is one over all that the batch could give.
extension MarketBook {
    /// So many starts are looked at, and that of the run which a walk would take first.
    static let mostStarts: Int32 = 32

    /// The runs of an offer that a batch of a span may give a unit of a demand, by time, whatever the limit: of a fixed
    /// window itself; else of the starts at multiples of the least power of two hours that leaves at most `mostStarts`,
    /// and the cheapest of all starts, the earliest of such.
    ///
    /// - Complexity: O(`mostStarts` × steps), and as of `cheapestRun`.
    func placements(_ row: OfferRow, _ demand: DemandRow, within span: Window, lot: Int64) -> [HourRun] {
        let starts = starts(demand, within: span)
        guard !starts.isEmpty else { return [] }
        let hours = demand.hoursEach
        let step = MarketBook.step(starts.count)
        let first = (starts.lowerBound + step - 1) / step * step
        var chosen = stride(from: first, to: starts.upperBound, by: Int32.Stride(step)).map { $0 }
        if step > 1, let cheapest = cheapestRun(row, demand, starts, lot) {
            let position = chosen.firstIndex { $0 >= cheapest } ?? chosen.count
            if position == chosen.count || chosen[position] != cheapest { chosen.insert(cheapest, at: position) }
        }
        return chosen.filter { capacity.least(row.capacity, $0, $0 + hours) >= lot }.map { start in
            let window = Window(unchecked: Hour(start), Hour(start + hours))
            return HourRun(start: start, end: start + hours, askSum: askSum(row, over: window))
        }
    }

    /// When a unit of a demand may begin: none of its hours has begun or is out of the span. Of a fixed window one hour.
    func starts(_ demand: DemandRow, within span: Window) -> Range<Int32> {
        let first = max(demand.start, Int32(clamping: span.start), demand.choosesHours ? firstHour : 0)
        let last = min(demand.end, Int32(clamping: span.end)) - demand.hoursEach
        return first..<max(first, last + 1)
    }

    private static func step(_ starts: Int) -> Int32 {
        var step: Int32 = 1
        while starts > Int(step) * Int(mostStarts) { step *= 2 }
        return step
    }

    /// The start of the cheapest run with a lot of the batch free.
    private func cheapestRun(_ row: OfferRow, _ demand: DemandRow, _ starts: Range<Int32>, _ lot: Int64) -> Int32? {
        let hours = demand.hoursEach
        let free = FreeHours(capacity, row.capacity, starts.lowerBound, starts.upperBound - 1 + hours)
        return cheapestRun(row, free, of: lot, RunLengths(wanted: hours, leastPiece: hours, term: 1))?.start
    }
}

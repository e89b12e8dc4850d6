import Domain

// What an offer has for a demand of which the hours are to be chosen.
extension MarketBook {
    /// No chosen hour is before this one. It never goes back.
    ///
    /// As hours pass, all-or-none and minimum fill may become fillable, since the walk then begins with other hours:
    /// `restingDemandsOfHours` are to be decided again.
    public mutating func begin(at hour: Hour) { firstHour = Int32(clamping: hour) }

    /// The demands at rest that hours passing may make tradable, in order of place.
    ///
    /// - Complexity: O(demands in the market).
    public var restingDemandsOfHours: [DemandID] {
        restingRows.filter { $0.choosesHours && $0.isConditional }.sorted { $0.place < $1.place }.map(\.id)
    }

    /// What an offer has free in the hours that may be chosen.
    func freeHours(_ row: OfferRow, _ demand: DemandRow) -> FreeHours {
        FreeHours(capacity, row.capacity, max(demand.start, firstHour), demand.end)
    }

    /// The first candidate of an offer, for a unit that still wants so many hours: the cheapest run in which a lot is free,
    /// of these the longest, then the earliest; nil where there is none.
    ///
    /// - Parameter wanted: nil for all that each unit gets.
    /// - Complexity: O(steps), with prices by hour of the week O(steps × 168), in pieces O(steps × 168 × hours).
    func cheapestRun(
        _ row: OfferRow, _ hours: FreeHours, _ demand: DemandRow, wanted: Int32? = nil
    ) -> HourRun? {
        cheapestRun(
            row, hours, of: Int64(offerClasses.books[Int(row.book)].lotMilli), lengths(row, demand, wanted: wanted))
    }

    /// The same of runs with so much free, of these lengths.
    func cheapestRun(_ row: OfferRow, _ hours: FreeHours, of quantity: Int64, _ lengths: RunLengths) -> HourRun? {
        var best: HourRun?
        hours.forEachStretch(of: quantity) { start, end in
            guard let run = cheapestRun(row, start, end, lengths) else { return }
            if best.map({ goes(run, before: $0) }) ?? true { best = run }
        }
        return best
    }

    func lengths(_ row: OfferRow, _ demand: DemandRow, wanted: Int32? = nil) -> RunLengths {
        RunLengths(
            wanted: wanted ?? demand.hoursEach, leastPiece: demand.leastPiece,
            term: offerClasses.books[Int(row.book)].termHours)
    }

    private func goes(_ run: HourRun, before other: HourRun) -> Bool {
        let (mine, theirs) = (
            Int128(run.askSum) * Int128(other.hours), Int128(other.askSum) * Int128(run.hours)
        )
        if mine != theirs { return mine < theirs }
        return run.hours != other.hours ? run.hours > other.hours : run.start < other.start
    }

    /// Within [start, end), whatever is free. Prices repeat by the week, so no later week is cheaper than the first.
    private func cheapestRun(_ row: OfferRow, _ start: Int32, _ end: Int32, _ lengths: RunLengths)
        -> HourRun?
    {
        guard row.weekly >= 0 else {
            let hours = lengths.longest(within: end - start)
            return hours > 0
                ? HourRun(start: start, end: start + hours, askSum: row.price * Int64(hours)) : nil
        }
        var best: HourRun?
        lengths.forEach(within: end - start) { hours in
            guard let run = cheapestRun(row, start, end, hours) else { return }
            if best.map({ goes(run, before: $0) }) ?? true { best = run }
        }
        return best
    }

    private func cheapestRun(_ row: OfferRow, _ start: Int32, _ end: Int32, _ hours: Int32)
        -> HourRun?
    {
        let first = clock.hourOfWeek(Hour(start))
        let least = (0..<min(end - start - hours + 1, 168)).map { later in
            (sum: weeklyPrices.sum(row.weekly, from: (first + Int(later)) % 168, hours: Int64(hours)), later: later)
        }.min { ($0.sum, $0.later) < ($1.sum, $1.later) }
        return least.map { HourRun(start: start + $0.later, end: start + $0.later + hours, askSum: $0.sum) }
    }

    /// Whether an offer has a run with a lot free for at most so much a unit-hour.
    func hasRun(_ row: OfferRow, _ demand: DemandRow, within most: Int64) -> Bool {
        cheapestRun(row, freeHours(row, demand), demand).map { $0.askSum <= most * Int64($0.hours) }
            ?? false
    }

    /// Whether an offer has a lot free over the demand's window, or in hours that may be chosen, within the limit.
    func hasLotFree(_ row: OfferRow, _ demand: DemandInHand) -> Bool {
        guard demand.row.choosesHours else { return hasLotFree(row, demand.row) }
        return hasRun(row, demand.row, within: demand.limit - view(row, demand).charge)
    }

    /// Whether an offer had one if its frozen capacity were free and the demand had been given these fills.
    func hasThawedRun(
        _ row: OfferRow, _ held: [FrozenTable.Row], _ demand: DemandInHand, given fills: [PlannedFill]
    ) -> Bool {
        var hours = freeHours(row, demand.row)
        for held in held { hours.take(-held.quantity, held.start, held.end) }
        for fill in fills where fill.offer == row.id {
            hours.take(fill.quantity.milli, Int32(fill.window.start), Int32(fill.window.end))
        }
        let most = demand.limit - view(row, demand).charge
        return cheapestRun(row, hours, demand.row).map { $0.askSum <= most * Int64($0.hours) } ?? false
    }

    /// What an offer has for a demand: the free quantity and the ask over its window, or over the hours that a walk would
    /// choose. Where none are free, the cheapest that there would be.
    func offered(_ row: OfferRow, _ demand: DemandInHand) -> (free: Int64, askSum: Int64, window: Window) {
        let wanted = demand.row
        guard wanted.choosesHours else {
            return (capacity.least(row.capacity, wanted.start, wanted.end), askSum(row, wanted), wanted.window)
        }
        let hours = freeHours(row, wanted)
        if let run = cheapestRun(row, hours, wanted) {
            return (hours.least(run.start, run.end), run.askSum, run.window)
        }
        let start = min(max(wanted.start, firstHour), wanted.end - wanted.hoursEach)
        let run = cheapestRun(row, start, wanted.end, lengths(row, wanted))
        return run.map { (0, $0.askSum, $0.window) }
            ?? (0, row.price * wanted.hours, Window(unchecked: Hour(start), Hour(start) + wanted.hours))
    }
}

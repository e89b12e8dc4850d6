import Domain

extension HourlyProblem {
    /// The problem that a batch poses, in lots. Errors: as of any problem; the exchange calls none that has them.
    public init(_ batch: Batch) throws(ClearingRefusal) {
        let lot = batch.scope.lot.milli
        guard lot > 0 else { throw .tooLarge }
        let lots = { (quantity: Quantity) in Quantity(unchecked: quantity.milli / lot) }
        try self.init(
            offers: batch.offers.map { offer in
                offer.runs.map { Cell(window: $0.window, capacity: lots($0.capacity), askSum: $0.askSum) }
            },
            demands: batch.demands.map {
                Demand(window: $0.window, quantity: lots($0.quantity), limit: $0.limit, minimum: lots($0.minimum))
            },
            arcs: batch.demands.map { demand in
                demand.arcs.map { ClearingProblem.Arc(offer: Int32(clamping: $0.offer), tariff: $0.tariff) }
            })
    }
}

extension BatchAllocation {
    /// What a solver found, in the words of the batch.
    public init(_ clearing: HourlyClearing, lot: Quantity) {
        self.init(
            fills: clearing.fills.map {
                BatchFill(
                    demand: Int64($0.demand), offer: Int64($0.offer),
                    quantity: Quantity(unchecked: $0.quantity.milli * lot.milli))
            },
            proof: clearing.certificate)
    }

    /// Solves a batch within an effort; nil where its problem is none that can be solved.
    public init?(solving batch: Batch, effort: (HourlyProblem) -> ClearingEffort = ClearingEffort.hourly) {
        guard let problem = try? HourlyProblem(batch) else { return nil }
        self.init(HourlyClearing(problem, effort(problem)), lot: batch.scope.lot)
    }
}

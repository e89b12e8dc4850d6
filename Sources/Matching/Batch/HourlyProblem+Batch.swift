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
                Demand(
                    window: $0.window, hours: $0.hours, quantity: lots($0.quantity), limit: $0.limit,
                    minimum: lots($0.minimum))
            },
            arcs: batch.demands.map { demand in
                demand.arcs.flatMap { arc in
                    demand.starts(of: arc).map { _ in
                        ClearingProblem.Arc(offer: Int32(clamping: arc.offer), tariff: arc.tariff)
                    }
                }
            },
            starts: batch.demands.map { demand in demand.arcs.flatMap { demand.starts(of: $0) } },
            rates: batch.demands.map { demand in
                demand.arcs.flatMap { arc in demand.starts(of: arc).map { _ in arc.subsidy.value } }
            })
    }

    /// The arc of a fill of the batch; nil where there is none.
    func arc(of fill: BatchFill) -> Int? {
        arc(
            of: ClearingFill(
                demand: Int32(clamping: fill.demand), offer: Int32(clamping: fill.offer), quantity: fill.quantity,
                placement: Int32(clamping: fill.placement)))
    }
}

extension BatchAllocation {
    /// What a solver found, in the words of the batch.
    public init(_ clearing: HourlyClearing, lot: Quantity) {
        self.init(
            fills: clearing.fills.map {
                BatchFill(
                    demand: Int64($0.demand), offer: Int64($0.offer),
                    quantity: Quantity(unchecked: $0.quantity.milli * lot.milli), placement: Int64($0.placement))
            },
            proof: clearing.certificate)
    }

    /// Solves a batch within an effort; nil where its problem is none that can be solved.
    public init?(solving batch: Batch, effort: (HourlyProblem) -> ClearingEffort = ClearingEffort.hourly) {
        guard let problem = try? HourlyProblem(batch) else { return nil }
        self.init(HourlyClearing(problem, effort(problem)), lot: batch.scope.lot)
    }
}

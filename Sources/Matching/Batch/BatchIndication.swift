import Domain

/// What a batch would come to: its allocation and prices as a close would publish them, of which nothing is posted.
public struct BatchIndication: Sendable {
    public let batch: Batch
    public let proof: BatchProof
    /// What is taken in each run, at each of its hours; in order of the offers, each with its runs by time.
    public let volumes: [Quantity]
    /// What all members want, and what they get, in milli-units.
    public let wanted: Int128
    public let filled: Int128
    /// Members that get nothing and would gain at the shadow prices.
    public let rejected: Int
    /// False where the bound on the steps came first: then there may be a better allocation.
    public let isFinished: Bool

    /// Arcs that are looked at for it: less than for a close, where the problem is large.
    public static let arcsMost = 1 << 25

    /// Solves the batch within `arcsMost`; nil where its problem is none that can be solved.
    public init?(solving batch: Batch) {
        guard let problem = try? HourlyProblem(batch) else { return nil }
        let effort = ClearingEffort(arcsMost: min(BatchIndication.arcsMost, ClearingEffort.hourly(problem).arcsMost))
        let clearing = HourlyClearing(problem, effort)
        let allocation = BatchAllocation(clearing, lot: batch.scope.lot)
        self.batch = batch
        proof = allocation.proof
        isFinished = clearing.isFinished
        rejected = clearing.rejectedInTheMoney.count
        wanted = batch.demands.reduce(0) { $0 + Int128($1.quantity.milli) }
        filled = allocation.fills.reduce(0) { $0 + Int128($1.quantity.milli) }
        var taken = [Int64](repeating: 0, count: problem.cells.count)
        for fill in allocation.fills {
            guard let arc = problem.arc(of: fill) else { continue }
            for cell in problem.spans[arc] { taken[Int(cell)] += fill.quantity.milli }
        }
        volumes = taken.map { Quantity(unchecked: $0) }
    }
}

import Domain
import Matching
import Records
import Testing

@testable import Trading

/// Batches of the hub for the window that `demand` asks for: ten hours, from a day after the start.
extension SmallMarket {
    func scope(zone: ZoneID = ZoneID(2), lot: Int64 = 1_000) throws -> BatchScope {
        BatchScope(
            zone: zone, window: try Window(TestExchange.start + 24, TestExchange.start + 34), lot: try Quantity(lot))
    }

    @discardableResult
    func call(zone: ZoneID = ZoneID(2)) throws -> Record {
        try world.accept(.callBatch(try scope(zone: zone)), by: TestExchange.operatorOne)
    }

    func open() throws -> Batch {
        let batches = world.exchange.openBatches
        return try #require(batches.first)
    }

    /// What the solver finds for the batch that was called first.
    func solution() throws -> BatchAllocation {
        let batch = try open()
        return try #require(BatchAllocation(solving: batch))
    }

    @discardableResult
    func close() throws -> Record {
        let batch = try open().id
        return try world.accept(.closeBatch(batch, .allocation(try solution())), by: .exchange)
    }

    func fail() throws -> Record {
        let batch = try open().id
        return try world.accept(.closeBatch(batch, .failure(.solverFailed)), by: TestExchange.operatorOne)
    }

    /// What is wrong with the book; empty where nothing rests crossed.
    var violations: [String] { world.exchange.market.violations() }
}

extension Record {
    var batch: Batch? {
        events.compactMap { if case .batchCalled(let batch) = $0 { batch } else { nil } }.first
    }
    var outcome: BatchOutcome? {
        events.compactMap { if case .batchClosed(_, let outcome) = $0 { outcome } else { nil } }.first
    }
    var proof: BatchProof? { if case .cleared(let proof, _) = outcome { proof } else { nil } }
    /// Demand and units of each fill.
    var sold: [[Int64]] { fills.map { [$0.demand.number, $0.quantity.milli / 1_000] } }
}

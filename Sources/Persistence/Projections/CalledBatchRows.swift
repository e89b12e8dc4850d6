import Domain
import Postgres
import Records

/// Rows of batches and of what they froze.
struct CalledBatchRows: Sendable {
    private var batches = ProjectedRows<BatchEnding>()
    private var runs = TableRows(.batchRun)

    mutating func add(_ event: Event, _ sequence: Int64) {
        switch event {
        case .batchCalled(let batch): call(batch, sequence)
        case .batchClosed(let id, let outcome):
            batches.change(id.number, BatchEnding(outcome: outcome, sequence: sequence))
        // The state has them; nobody asks for those before.
        case .batchPolicySet, .batchRoundHeld, .batchRoundAwaits: break
        default: preconditionFailure("not an event of batches")
        }
    }

    private mutating func call(_ batch: Batch, _ sequence: Int64) {
        batches.make(batch.id.number, CalledBatchRow(batch: batch, sequence: sequence))
        var position: Int64 = 0
        for held in batch.offers {
            for run in held.runs {
                runs.append(
                    .int8(batch.id.number), .int8(position), .int8(held.offer.number), .int8(run.window.start),
                    .int8(run.window.end), .int8(run.askSum), .int8(run.capacity.milli))
                position += 1
            }
        }
    }

    var rows: [TableRows] { [batchRows, runs] }

    private var batchRows: TableRows {
        batches.madeInOrder.reduce(into: TableRows(.batch)) { rows, made in
            let (scope, ending) = (made.row.batch.scope, made.row.ending)
            rows.append(
                .int8(made.id), .int8(scope.zone.number), .int8(scope.window.start), .int8(scope.window.end),
                .int8(scope.lot.milli), .int8(made.row.batch.until.microseconds),
                .int8(Int64(made.row.batch.demands.count)), .text(ending.state), .optional(ending.reason),
                ending.proof.map { .bytea($0) } ?? .null, .optional(ending.rejected), .int8(made.row.sequence),
                .optional(ending.sequence))
        }
    }

    var updates: [RowUpdate] {
        let closed = batches.changesInOrder
        return [
            RowUpdate(
                statement: .batchClosed,
                parameters: [
                    .int8Array(closed.map(\.id)), .textArray(closed.map(\.change.state)),
                    .nullableTextArray(closed.map(\.change.reason)), .nullableByteaArray(closed.map(\.change.proof)),
                    .nullableInt8Array(closed.map(\.change.rejected)),
                    .nullableInt8Array(closed.map(\.change.sequence)),
                ], rowCount: closed.count)
        ]
    }
}

struct CalledBatchRow: Sendable {
    let batch: Batch
    var ending = BatchEnding()
    let sequence: Int64

    init(batch: Batch, sequence: Int64) {
        self.batch = batch
        self.sequence = sequence
    }
}

/// How a batch came to its end, if it did.
struct BatchEnding: RowChange {
    private(set) var outcome: BatchOutcome?
    private(set) var sequence: Int64?

    init() {}

    init(outcome: BatchOutcome, sequence: Int64) {
        self.outcome = outcome
        self.sequence = sequence
    }

    func apply(to row: inout CalledBatchRow) { row.ending = self }
    mutating func merge(_ later: BatchEnding) { self = later }

    var state: String {
        switch outcome {
        case nil: "called"
        case .cleared: "cleared"
        case .released: "released"
        }
    }

    var reason: String? { if case .released(let reason) = outcome { reason.code } else { nil } }
    var proof: [UInt8]? { if case .cleared(let proof, _) = outcome { proof.canonicalForm } else { nil } }
    var rejected: Int64? { if case .cleared(_, let rejected) = outcome { Int64(rejected.count) } else { nil } }
}

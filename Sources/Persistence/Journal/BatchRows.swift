import Domain
import Postgres
import Records
import Trading
import TransparencyLog

/// Everything that one transaction writes.
struct BatchRows: Sendable {
    /// New rows, table by table, in the order of writing; none is empty.
    private(set) var rows: [TableRows]
    /// Changes of older rows, after the new ones; none is empty.
    private(set) var updates: [RowUpdate]
    /// After the batch.
    let log: LogState

    /// Errors: `damaged`, where the batch does not continue the log.
    init(_ batch: JournalBatch, epoch: Int64, after before: LogState, checkpoints: TableRows) throws(JournalError) {
        var log = before
        let hashes = try log.append(batch)
        var journal = JournalRows(epoch: epoch)
        var projection = Projection()
        for entry in batch.entries {
            journal.add(entry)
            projection.add(entry.record)
        }
        let all = journal.rows + projection.rows + [hashes, Self.stateHash(batch), checkpoints]
        rows = all.filter { !$0.isEmpty }
        updates = (Self.balances(batch) + projection.updates).filter { $0.rowCount > 0 }
        updates.append(Self.head(from: before, to: log))
        self.log = log
    }

    var rowCount: Int { rows.reduce(0) { $0 + $1.count } + updates.reduce(0) { $0 + $1.rowCount } }

    private static func stateHash(_ batch: JournalBatch) -> TableRows {
        var rows = TableRows(.stateHash)
        if let hash = batch.stateHash { rows.append(.int8(batch.head.size), .int8(Int64(bitPattern: hash))) }
        return rows
    }

    private static func balances(_ batch: JournalBatch) -> [RowUpdate] {
        [
            RowUpdate(
                statement: .balance,
                parameters: [
                    .int8Array(batch.balances.map(\.account.number)), .int8Array(batch.balances.map(\.balance)),
                ], rowCount: batch.balances.count),
            RowUpdate(
                statement: .lotBalance,
                parameters: [
                    .int8Array(batch.lots.map(\.lot.number)), .int8Array(batch.lots.map(\.free.fen)),
                    .int8Array(batch.lots.map(\.held.fen)),
                ], rowCount: batch.lots.count),
        ]
    }

    private static func head(from before: LogState, to after: LogState) -> RowUpdate {
        RowUpdate(
            statement: .logHead,
            parameters: [
                .int8(before.size), .int8(after.size), .bytea(after.head.root.bytes),
                .bytea(after.frontier.encoded), .int8(after.stamp.microseconds),
            ], rowCount: 1)
    }
}

import Postgres

/// Writes the rows of a batch in one transaction, the fence first.
///
/// A small batch is one pipeline, whose end commits. In a large one the long tables go by COPY, which cannot
/// run inside a pipeline: BEGIN and fence, then each COPY, then the rest and COMMIT.
struct BatchWriter {
    let connection: Connection
    let statements: WriterStatements
    let epoch: Int64
    let observer: CommitPointObserver?

    /// Rows of one batch from which COPY is used; measured, see docs/decisions/0010-persistence.md.
    static let copyFrom = 1_000
    /// Rows of one table from which that table goes by COPY.
    static let copyTableFrom = 200

    func write(_ batch: BatchRows) throws {
        if batch.rowCount < Self.copyFrom { try pipeline(batch) } else { try copy(batch) }
    }

    private func pipeline(_ batch: BatchRows) throws {
        try connection.pipeline { pipeline in
            if observer != nil { try pipeline.begin() }
            try pipeline.execute(statements.fence, [.int8(epoch)])
            try pass(.begun, &pipeline)
            for (place, rows) in batch.rows.enumerated() {
                if place == batch.rows.count / 2 { try pass(.halfWritten, &pipeline) }
                try pipeline.execute(statements.insert(rows.table), rows.parameters)
            }
            try finish(batch, &pipeline)
        }
    }

    private func copy(_ batch: BatchRows) throws {
        let long = batch.rows.filter { $0.count >= Self.copyTableFrom }
        do {
            try connection.pipeline { pipeline in
                try pipeline.begin()
                try pipeline.execute(statements.fence, [.int8(epoch)])
                try pass(.begun, &pipeline)
            }
            for (place, rows) in long.enumerated() {
                if place == long.count / 2 { try passBetweenCopies(.halfWritten) }
                try copyIn(rows)
            }
            try connection.pipeline { pipeline in
                for rows in batch.rows where rows.count < Self.copyTableFrom {
                    try pipeline.execute(statements.insert(rows.table), rows.parameters)
                }
                try finish(batch, &pipeline)
                if observer == nil { try pipeline.commit() }
            }
        } catch {
            // Whatever was sent before COMMIT is not committed; the session ends with its transaction.
            connection.close()
            throw error
        }
    }

    private func copyIn(_ rows: TableRows) throws {
        var writer = CopyBinaryWriter(capacity: rows.count * 256)
        try rows.write(to: &writer)
        try connection.copyIn(rows.table.copySQL, writer)
    }

    /// The changes of older rows, and where somebody watches, COMMIT as a statement of its own.
    private func finish(_ batch: BatchRows, _ pipeline: inout Pipeline) throws {
        for update in batch.updates { try pipeline.execute(statements.update(update.statement), update.parameters) }
        try pass(.beforeCommit, &pipeline)
        guard observer != nil else { return }
        try pipeline.commit()
        try pass(.commitSent, &pipeline)
    }

    private func pass(_ point: CommitPoint, _ pipeline: inout Pipeline) throws {
        guard let observer, observer.stops(point) else { return }
        // libpq sends what it holds once that passes 64 KiB.
        try pipeline.execute("SELECT octet_length($1)", [.bytea([UInt8](repeating: 0, count: 1 << 17))])
        observer.stop(point)
    }

    private func passBetweenCopies(_ point: CommitPoint) throws {
        guard let observer, observer.stops(point) else { return }
        observer.stop(point)
    }
}

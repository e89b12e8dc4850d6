import CLibPQ

extension Connection {
    /// Loads the writer's rows: `COPY table (columns) FROM STDIN (FORMAT binary)`.
    ///
    /// Returns the number of rows that the server took. All or none are loaded; the writer is left as it was. Not
    /// possible in a pipeline, and refused by the server under row security. Errors as for `execute`, and
    /// `malformedCopy` before all of them if the last row lacks fields.
    @discardableResult
    public func copyIn(
        _ sql: String, _ writer: borrowing CopyBinaryWriter, deadline: Deadline? = nil
    ) throws(PostgresError) -> Int {
        guard writer.isComplete else { throw .malformedCopy }
        let deadline = self.deadline(deadline)
        let fate = fate(of: .writes)
        try send(sql, [], fate)
        try requireCopy(PGRES_COPY_IN, deadline)
        let bytes = UnsafeRawBufferPointer(start: writer.buffer.start, count: writer.buffer.count)
        do throws(PostgresError) {
            try put(bytes, deadline)
            try put(UnsafeRawBufferPointer(rebasing: Connection.copyTrailer[...]), deadline)
        } catch {
            // The end of the data was not sent, so nothing can have been loaded.
            throw closing(for: error)
        }
        return try endCopy(fate, deadline)
    }

    /// A row with -1 fields ends the stream. Never freed.
    nonisolated(unsafe) private static let copyTrailer: UnsafeRawBufferPointer = {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
        bytes.copyBytes(from: [0xff, 0xff])
        return UnsafeRawBufferPointer(bytes)
    }()

    /// The server answers COPY first with its readiness; anything else is an error.
    func requireCopy(_ direction: ExecStatusType, _ deadline: Deadline) throws(PostgresError) {
        guard let ready = try receive(.definite, deadline) else { throw .refused("no answer to COPY") }
        guard PQresultStatus(ready.handle) != direction else { return }
        if let failure = failure(of: ready, .definite) {
            _ = try? collect(.definite, deadline)
            throw closing(for: failure)
        }
        while try receive(.definite, deadline) != nil {}
        throw .refused("not a COPY in this direction")
    }

    /// Sends in portions, so that neither libpq nor the server has to hold all of it.
    private func put(_ bytes: UnsafeRawBufferPointer, _ deadline: Deadline) throws(PostgresError) {
        let portion = 256 << 10
        var rest = bytes[...]
        while !rest.isEmpty {
            let next = UnsafeRawBufferPointer(rebasing: rest.prefix(portion))
            guard let handle else { throw .connectionLost(reason: "the connection is closed", server: nil) }
            let answer = PQputCopyData(handle, next.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(next.count))
            if answer < 0 { throw lostWhileCopying() }
            if answer == 1 { rest = rest.dropFirst(next.count) }
            try flush(handle, deadline)
        }
    }

    private func flush(_ handle: OpaquePointer, _ deadline: Deadline) throws(PostgresError) {
        while true {
            let unsent = PQflush(handle)
            if unsent < 0 { throw lostWhileCopying() }
            if unsent == 0 { return }
            try wait(handle, writing: true, deadline)
            guard PQconsumeInput(handle) == 1 else { throw lostWhileCopying() }
        }
    }

    private func lostWhileCopying() -> PostgresError {
        .connectionLost(reason: handle.map { ServerText.line(PQerrorMessage($0)) } ?? "closed", server: nil)
    }

    private func endCopy(_ fate: Fate, _ deadline: Deadline) throws(PostgresError) -> Int {
        guard let handle else { throw .connectionLost(reason: "the connection is closed", server: nil) }
        guard PQputCopyEnd(handle, nil) == 1 else { throw closing(for: fate.translate(lostWhileCopying())) }
        return try collect(fate, deadline).affectedRows
    }
}

import CLibPQ

extension Connection {
    /// Reads `COPY (query) TO STDOUT (FORMAT binary)` row by row, holding one row at a time.
    ///
    /// The fastest way to read a large table. What the body throws ends the reading and closes the
    /// connection, because the rest of the stream is not wanted. Returns the number of rows.
    /// Errors as for `execute`, and `malformedCopy` if the SQL asked for another format.
    @discardableResult
    public func copyOut(
        _ sql: String, deadline: Deadline? = nil, forEachRow body: (CopyRow) throws -> Void
    ) throws -> Int {
        let deadline = self.deadline(deadline)
        try send(sql, [], .definite)
        try requireCopy(PGRES_COPY_OUT, deadline)
        var reader = CopyBinaryReader()
        do {
            while let message = try nextCopyMessage(deadline) {
                defer { PQfreemem(message.baseAddress) }
                try reader.read(UnsafeRawBufferPointer(message), body)
            }
        } catch {
            abandon()
            throw error
        }
        let rows = try collect(.definite, deadline).affectedRows
        guard reader.seenTrailer else { throw PostgresError.malformedCopy }
        return rows
    }

    /// The next message, to be freed by the caller; nil at the end of the stream.
    private func nextCopyMessage(_ deadline: Deadline) throws(PostgresError) -> UnsafeMutableRawBufferPointer? {
        guard let handle else { throw .connectionLost(reason: "the connection is closed", server: nil) }
        while true {
            var message: UnsafeMutablePointer<CChar>?
            let length = PQgetCopyData(handle, &message, 1)
            if length > 0 { return UnsafeMutableRawBufferPointer(start: message, count: Int(length)) }
            if length == -1 { return nil }
            if length < -1 { throw .connectionLost(reason: ServerText.line(PQerrorMessage(handle)), server: nil) }
            try wait(handle, writing: PQflush(handle) == 1, deadline)
            guard PQconsumeInput(handle) == 1 else {
                throw .connectionLost(reason: ServerText.line(PQerrorMessage(handle)), server: nil)
            }
        }
    }
}

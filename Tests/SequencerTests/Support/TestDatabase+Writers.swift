import Foundation
import Persistence
import Postgres
import TestDatabases

/// What a test sees of the sequencer's sessions, and does to them.
extension TestDatabase {
    private static let writers = """
        FROM pg_stat_activity WHERE datname = current_database() AND usename = 'suanli_writer'
        """

    /// Writers' sessions that wait for something of this type or event, such as `Lock` or `SyncRep`.
    func waitingWriters(for event: String) throws -> Int64 {
        try number("SELECT count(*) \(Self.writers) AND '\(event)' IN (wait_event_type, wait_event)")
    }

    /// Returns once a writer waits for it.
    func untilWriterWaits(for event: String) async throws {
        while try waitingWriters(for: event) == 0 { try await Task.sleep(for: .milliseconds(2)) }
    }

    /// Ends the writers' sessions, as a failing server would, and waits until they are gone. Returns how many there
    /// were.
    @discardableResult
    func endWriters() throws -> Int64 {
        try number("SELECT count(pg_terminate_backend(pid, 10000)) \(Self.writers)")
    }

    /// Cancels what the writers' sessions do.
    func cancelWriters() throws {
        try superuser().execute("SELECT pg_cancel_backend(pid) \(Self.writers)")
    }

    /// A session that keeps every batch from moving the log's head until it is closed: batches stop in the middle.
    func holdingBatches() throws -> Connection {
        let holder = try superuser()
        try holder.execute("BEGIN")
        try holder.execute("SELECT FROM exchange.log_head FOR UPDATE")
        return holder
    }

    /// The transactions that wrote the records after ... through.
    func transactions(after: Int64, through: Int64) throws -> Int64 {
        try number(
            "SELECT count(DISTINCT xmin::text) FROM exchange.journal WHERE seq > \(after) AND seq <= \(through)")
    }

    /// The records in the journal.
    func records() throws -> Int64 { try number("SELECT count(*) FROM exchange.journal") }
}

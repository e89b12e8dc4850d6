import Foundation
import Postgres
import Testing

@Suite struct MigrationRunnerTests {
    let scratch: ScratchFolder
    let connection: Connection

    init() throws {
        scratch = try ScratchFolder()
        connection = try Database().connect()
    }

    private func write(_ name: String, _ sql: String) throws {
        try sql.write(toFile: scratch.folder(name), atomically: true, encoding: .utf8)
    }

    @discardableResult
    private func run() throws -> [String] { try MigrationRunner(folder: scratch.path).run(on: connection) }

    private func failure(_ body: () throws -> Void) -> MigrationError? {
        do {
            try body()
            return nil
        } catch { return error as? MigrationError }
    }

    private func twoApplied() throws {
        try write("20261125T0430-first.sql", "CREATE TABLE a (n int8);\nINSERT INTO a VALUES (1);")
        try write("20261125T0500-second-step.sql", "INSERT INTO a VALUES (2);")
        try write("README.md", "not a migration")
        #expect(try run() == ["20261125T0430-first.sql", "20261125T0500-second-step.sql"])
    }

    @Test func eachIsAppliedOnceAndInOrder() throws {
        try twoApplied()
        #expect(try run() == [])
        try write("20261126T0000-third.sql", "INSERT INTO a VALUES (3);")
        #expect(
            try MigrationRunner(folder: scratch.path).check(on: connection).map(\.name) == ["20261126T0000-third.sql"])
        #expect(try run() == ["20261126T0000-third.sql"])
        #expect(try connection.number("SELECT sum(n)::int8 FROM a") == 6)
        #expect(
            try connection.number("SELECT count(*) FROM schema_migration WHERE applied_at <= clock_timestamp()") == 3)
    }

    @Test func editedMissingAndLateOnesAreRefused() throws {
        try twoApplied()
        try write("20261125T0430-first.sql", "CREATE TABLE a (n int8);\nINSERT INTO a VALUES (10);")
        #expect(failure { try run() } == .changed("20261125T0430-first.sql"))
        try FileManager.default.removeItem(atPath: scratch.folder("20261125T0430-first.sql"))
        #expect(failure { try run() } == .missing("20261125T0430-first.sql"))
        try write("20261125T0430-first.sql", "CREATE TABLE a (n int8);\nINSERT INTO a VALUES (1);")
        try write("20261125T0431-late.sql", "INSERT INTO a VALUES (9);")
        #expect(
            failure { try run() } == .outOfOrder("20261125T0431-late.sql", after: "20261125T0500-second-step.sql"))
        #expect(try connection.number("SELECT count(*) FROM a") == 2)
    }

    @Test(arguments: ["1-x.sql", "20261125T0430.sql", "20261125T0430-A.sql", "20261125T0430-a b.sql", "20261125-a.sql"])
    func malformedNames(_ name: String) throws {
        try write(name, "SELECT 1")
        #expect(failure { try run() } == .malformedName(name))
    }

    @Test func aFailureNamesTheLineAndLeavesNothingOfItsFile() throws {
        try write("20261125T0430-good.sql", "CREATE TABLE a (n int8);")
        try write("20261125T0431-bad.sql", "CREATE TABLE b (n int8);\n-- 注释\nSELEKT 1;\n")
        guard case .refused(let name, let line, let error)? = failure({ try run() }) else {
            Issue.record("not refused")
            return
        }
        #expect(name == "20261125T0431-bad.sql" && line == 3 && error.sqlState == "42601")
        #expect(try connection.number("SELECT count(*) FROM schema_migration") == 1)
        #expect(try connection.number("SELECT count(*) FROM pg_class WHERE relname = 'b'") == 0)
        try write("20261125T0431-bad.sql", "CREATE TABLE b (n int8);")
        #expect(try run() == ["20261125T0431-bad.sql"])
    }

    @Test(arguments: ["COMMIT;", "COMMIT; BEGIN;", "ROLLBACK;"]) func aFileMayNotEndItsTransaction(_ sql: String) throws
    {
        try write("20261125T0430-ends.sql", sql)
        #expect(failure { try run() } == .endsTransaction("20261125T0430-ends.sql"))
        #expect(try connection.number("SELECT count(*) FROM schema_migration") == 0)
    }

    @Test func whatIsMadeBelongsToTheOwnerAndSettingsDoNotLeak() throws {
        let owner = "owner_\(connection.backendProcess)"
        try RoleProvisioner(owner: owner, logins: []).run(on: connection)
        try connection.execute("CREATE SCHEMA other AUTHORIZATION \(owner)")
        try connection.execute("GRANT CREATE, USAGE ON SCHEMA public TO \(owner)")
        try write("20261125T0430-a.sql", "SET search_path = other; CREATE TABLE a (); SET ROLE NONE;")
        try write("20261125T0431-b.sql", "CREATE TABLE b ();")
        try MigrationRunner(folder: scratch.path, owner: owner).run(on: connection)
        let owned = try connection.execute(
            """
            SELECT relname, relnamespace::regnamespace::text FROM pg_class
            WHERE relowner = $1::regrole AND relkind = 'r' ORDER BY 1
            """, [.text(owner)])
        #expect(
            try owned.rows.map { "\(try $0.text(1)).\(try $0.text(0))" } == [
                "other.a", "public.b", "public.schema_migration",
            ])
        #expect(try connection.execute("SELECT current_user::text").first().text(0) == "postgres")
    }

    @Test func runnersExcludeEachOther() async throws {
        try write("20261125T0430-slow.sql", "CREATE TABLE a (n int8); SELECT pg_sleep(0.2); INSERT INTO a VALUES (1);")
        let source = try EmbeddedCluster.shared().dataSource(
            database: try connection.execute("SELECT current_database()::text").first().text(0))
        let path = scratch.path
        let applied = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { try MigrationRunner(folder: path).run(on: try Connection(source)).count }
            }
            return try await group.reduce(0, +)
        }
        #expect(applied == 1)
        #expect(try connection.number("SELECT count(*) FROM a") == 1)
    }
}

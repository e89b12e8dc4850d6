import Foundation
import Glibc
import Postgres
import Testing

/// Each test starts a server or several, so they run one after the other.
@Suite(.serialized) struct EmbeddedClusterTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @discardableResult
    private func start(_ path: String) throws -> EmbeddedCluster {
        try EmbeddedCluster.start(in: path, options: .temporary)
    }

    private func number(_ cluster: EmbeddedCluster) throws -> Int64 {
        try Connection(try cluster.dataSource()).number("SELECT n FROM kept")
    }

    private func keepSomething(_ cluster: EmbeddedCluster) throws {
        try Connection(try cluster.dataSource()).execute("CREATE TABLE kept AS SELECT 42::int8 AS n")
    }

    private func failure<T>(_ body: () throws -> T) -> ClusterError? {
        do {
            _ = try body()
            return nil
        } catch { return error as? ClusterError }
    }

    @Test(arguments: ["a space and 算力 数据", "comma, and 'quotes' \"too\" \\ %s"])
    func unusualPathsAndASecondStart(_ name: String) throws {
        let first = try start(scratch.folder(name))
        try keepSomething(first)
        #expect(
            failure { try start(scratch.folder(name)) } == .folderInUse(folder: first.folder.path, process: getpid()))
        try first.stop()
        try first.stop()
        #expect(!first.isRunning)
        let second = try start(scratch.folder(name))
        #expect(try number(second) == 42)
        try second.stop()
    }

    @Test func aPathTooLongForASocket() throws {
        let name = String(repeating: "算", count: 60)
        let cluster = try start(scratch.folder(name))
        try keepSomething(cluster)
        let socket = try #require(try cluster.dataSource()["host"])
        #expect(!socket.hasPrefix(scratch.path) && socket.utf8.count < 90)
        #expect(permissions(of: socket) == 0o700)
        let elsewhere = try EmbeddedCluster.dataSource(ofFolder: scratch.folder(name))
        #expect(elsewhere["host"] == socket)
        try cluster.stop()
        #expect(!FileManager.default.fileExists(atPath: socket))
    }

    @Test func noTrustNoTCPAndPrivateFiles() throws {
        let cluster = try start(scratch.folder("data"))
        let source = try cluster.dataSource()
        let connection = try Connection(source)
        let rules = try connection.execute("SELECT type, database[1], user_name[1], auth_method FROM pg_hba_file_rules")
        #expect(rules.rowCount == 1)
        let rule = try rules.first()
        #expect(try (0..<4).map { try rule.text($0) } == ["local", "all", "all", "scram-sha-256"])
        for wrong in [source.with("password", "guess"), source.with("password", nil)] {
            #expect(throws: PostgresError.self) { try Connection(wrong) }
        }
        #expect(throws: PostgresError.self) { try Connection(source.with("host", "127.0.0.1")) }
        #expect(try connection.execute("SHOW listen_addresses").first().text(0) == "")
        let server = try #require(cluster.serverProcess)
        #expect(try listeningSockets(of: server) == 0)
        let passwords = cluster.folder.path + "/passwords"
        #expect(permissions(of: passwords) == 0o700 && permissions(of: passwords + "/postgres") == 0o600)
        #expect(permissions(of: cluster.folder.path + "/data") == 0o700)
        try cluster.stop()
    }

    /// TCP sockets on which the process listens, by the kernel's tables.
    private func listeningSockets(of process: pid_t) throws -> Int {
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)")
        }
        #expect(open.contains { $0.hasPrefix("socket:") }, "the server has sockets, or this check sees nothing")
        var listening: Set<String> = []
        for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
            let text = (try? String(contentsOfFile: table, encoding: .utf8)) ?? ""
            for line in text.split(separator: "\n") {
                let fields = line.split(separator: " ")
                if fields.count > 9, fields[3] == "0A" { listening.insert("socket:[\(fields[9])]") }
            }
        }
        return open.count { listening.contains($0) }
    }

    @Test func aLineAddedToTheAccessFileDoesNotLast() throws {
        let cluster = try start(scratch.folder("data"))
        try cluster.stop()
        let file = cluster.folder.path + "/data/pg_hba.conf"
        try "local all all trust\n".write(toFile: file, atomically: false, encoding: .utf8)
        let again = try start(scratch.folder("data"))
        #expect(throws: PostgresError.self) { try Connection(try again.dataSource().with("password", "guess")) }
        try again.stop()
    }

    @Test func durabilityCannotBeSwitchedOff() throws {
        var options = ClusterOptions.temporary
        options.settings["Fsync"] = "off"
        #expect(
            failure { _ = try EmbeddedCluster.start(in: scratch.folder("x"), options: options) }
                == .protectedSetting("Fsync"))
        let cluster = try start(scratch.folder("data"))
        let connection = try Connection(try cluster.dataSource())
        for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
            try connection.execute("ALTER SYSTEM SET \(setting) = off")
        }
        try connection.execute("SELECT pg_reload_conf()")
        try cluster.stop()
        let again = try start(scratch.folder("data"))
        let session = try Connection(try again.dataSource())
        #expect(
            try DurabilitySettings.check(session).description == "fsync=on full_page_writes=on synchronous_commit=on")
        try session.execute("SET synchronous_commit = off")
        #expect(throws: DurabilitySettings.NotDurable.self) { try DurabilitySettings.check(session) }
        #expect(try session.execute("SHOW data_checksums").first().text(0) == "on")
        try again.stop()
    }

    @Test func optionsReachTheServer() throws {
        let cluster = try start(scratch.folder("data"))
        let connection = try Connection(try cluster.dataSource())
        #expect(try connection.execute("SHOW shared_buffers").first().text(0) == "64MB")
        #expect(try connection.execute("SHOW server_encoding").first().text(0) == "UTF8")
        #expect(connection.serverVersion >= 150_000)
        try cluster.stop()
    }

    @Test func aKilledServerIsStartedAgain() throws {
        let cluster = try start(scratch.folder("data"))
        try keepSomething(cluster)
        let connection = try Connection(try cluster.dataSource())
        kill(try #require(cluster.serverProcess), SIGKILL)
        while cluster.isRunning { usleep(5_000) }
        #expect(FileManager.default.fileExists(atPath: cluster.folder.path + "/data/postmaster.pid"))
        try cluster.restartIfDead()
        #expect(cluster.isRunning)
        #expect(try number(cluster) == 42)
        #expect(throws: PostgresError.self) { try connection.execute("SELECT 1") }
        try cluster.stop()
    }

    @Test func aStaleRecordOfALivingStrangerIsNoServer() throws {
        let cluster = try start(scratch.folder("data"))
        try keepSomething(cluster)
        kill(try #require(cluster.serverProcess), SIGKILL)
        while cluster.isRunning { usleep(5_000) }
        try? cluster.stop()
        // The number in the file now belongs to another program of the server's user, which is alive.
        let stranger = try SleepingProcess(user: try #require(user(ofFile: cluster.folder.path + "/data")))
        let file = cluster.folder.path + "/data/postmaster.pid"
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst()
        try (["\(stranger.process)"] + lines).joined(separator: "\n")
            .write(toFile: file, atomically: false, encoding: .utf8)
        let again = try start(scratch.folder("data"))
        #expect(try number(again) == 42)
        #expect(user(of: stranger.process) != nil, "it must have been alive all the time, and is left alone")
        try again.stop()
    }

    @Test func theServerEndsWithItsKilledOwner() throws {
        let folder = scratch.folder("data")
        let owner = try OwnerProcess(of: folder)
        #expect(failure { try start(folder) } == .folderInUse(folder: folder, process: owner.process))
        owner.killAtOnce()
        while FileManager.default.fileExists(atPath: folder + "/data/postmaster.pid") { usleep(10_000) }
        try start(folder).stop()
    }

    @Test func aServerThatOutlivedItsOwnerIsReplaced() throws {
        let folder = scratch.folder("data")
        let owner = try OwnerProcess(of: folder)
        let session = try Connection(try EmbeddedCluster.dataSource(ofFolder: folder))
        try session.execute("CREATE TABLE kept AS SELECT 42::int8 AS n")
        try OwnerProcess.cutLifeline(of: folder)
        owner.killAtOnce()
        #expect(try session.number("SELECT n FROM kept") == 42, "the server must still run, or this shows nothing")
        let cluster = try start(folder)
        #expect(throws: PostgresError.self) { try session.execute("SELECT 1") }
        #expect(try number(cluster) == 42)
        try cluster.stop()
    }

    @Test func missingProgramsAndForeignFoldersAreToldInOneLine() throws {
        var options = ClusterOptions.temporary
        options.binaryFolder = scratch.path
        let missing = failure { _ = try EmbeddedCluster.start(in: scratch.folder("a"), options: options) }
        #expect(missing == .binariesMissing)
        #expect(missing?.description.contains("apt-get install -y postgresql") == true)
        #expect(missing?.description.contains("create_main_cluster = false") == true)
        #expect(missing?.description.contains("\n") == false)
        let folder = scratch.folder("b")
        try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
        if geteuid() == 0 { chown(folder + "/data", 1, 1) }
        guard case .folderUnusable? = failure({ try start(folder) }) else {
            Issue.record("a folder that holds something else was taken")
            return
        }
        #expect(
            failure { _ = try EmbeddedCluster.dataSource(ofFolder: folder) }
                == .passwordMissing(file: folder + "/passwords/postgres"))
    }

    @Test func anInterruptedInitdbIsBegunAnew() throws {
        let folder = scratch.folder("data")
        try FileManager.default.createDirectory(
            atPath: folder + "/data.unfinished/base", withIntermediateDirectories: true)
        try "15\n".write(toFile: folder + "/data.unfinished/PG_VERSION", atomically: true, encoding: .utf8)
        try start(folder).stop()
    }

    @Test func dataOfAnotherVersionIsNamed() throws {
        let folder = scratch.folder("data")
        try start(folder).stop()
        try "9\n".write(toFile: folder + "/data/PG_VERSION", atomically: false, encoding: .utf8)
        #expect(failure { try start(folder) } == .versionMismatch(folder: folder + "/data", data: 9))
    }

    @Test func aServerThatCannotStartSaysWhy() throws {
        let folder = scratch.folder("data")
        try start(folder).stop()
        var options = ClusterOptions.temporary
        options.settings["shared_buffers"] = "nonsense"
        guard
            case .startFailed(let reason, _)? = failure({ _ = try EmbeddedCluster.start(in: folder, options: options) })
        else {
            Issue.record("it started")
            return
        }
        #expect(reason.contains("shared_buffers"))
        try start(folder).stop()
    }

    @Test func databasesAreMadeAndDropped() throws {
        let cluster = try EmbeddedCluster.shared()
        try cluster.createDatabase(named: "named \"库\"")
        guard case .connection(.server(let error))? = failure({ try cluster.createDatabase(named: "named \"库\"") })
        else {
            Issue.record("made twice")
            return
        }
        #expect(error.sqlState == "42P04")
        let held = try Connection(try cluster.dataSource(database: "named \"库\""))
        try cluster.dropDatabase(named: "named \"库\"")
        #expect(throws: PostgresError.self) { try held.execute("SELECT 1") }
    }
}

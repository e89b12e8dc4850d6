import CSpawn
import Foundation
import Glibc
import Postgres
import Testing

/// This very test program, started once more to own a cluster, so that its owner can be killed.
struct OwnerProcess {
    let process: pid_t

    static let folderVariable = "EMBEDDED_CLUSTER_OWNER_FOLDER"

    /// Starts the owner, as another user if named, and waits until its cluster answers.
    init(of folder: String, asUser user: String? = nil) throws {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let filter = [program, "--testing-library", "swift-testing", "--filter", "OwnerTests"]
        let change = user.map { ["/usr/bin/setpriv", "--reuid=\($0)", "--regid=\($0)", "--init-groups", "--"] } ?? []
        process = try Self.spawn(change + filter, folder)
        while !Self.answers(folder) {
            var status: Int32 = 0
            try #require(waitpid(process, &status, WNOHANG) == 0, "the owner ended with status \(status)")
            usleep(20_000)
        }
    }

    private static func answers(_ folder: String) -> Bool {
        guard let source = try? EmbeddedCluster.dataSource(ofFolder: folder) else { return false }
        return (try? Connection(source)) != nil
    }

    static func spawn(_ arguments: [String], _ folder: String) throws -> pid_t {
        let environment = ProcessInfo.processInfo.environment.merging([folderVariable: folder]) { $1 }
        var words = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        for output: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0) }
        // What other tests have open is not this process's.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var process: pid_t = 0
        try #require(posix_spawn(&process, arguments[0], &actions, nil, &words, &variables) == 0)
        return process
    }

    func killAtOnce() {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    /// Ends the small shell that would stop the server, so that the server outlives its owner.
    static func cutLifeline(of folder: String) throws {
        let shells = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter {
            let line = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") ?? Data()
            let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return words.first == "/bin/sh" && words.contains("lifeline") && words.contains(folder + "/data")
        }
        try #require(shells.count == 1)
        kill(shells[0], SIGKILL)
    }
}

/// Some program that has nothing to do with PostgreSQL. Ended with the test.
final class SleepingProcess {
    let process: pid_t

    init(user: uid_t) throws {
        let change = geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=\(user)", "--clear-groups", "--"] : []
        process = try OwnerProcess.spawn(change + ["/usr/bin/sleep", "600"], "")
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}

@Suite struct OwnerTests {
    /// Started by `OwnerProcess`, it owns the named folder until it is killed; started as one test of many,
    /// it owns a folder of its own for a moment.
    @Test func ownsAClusterUntilTheEnd() throws {
        guard let folder = ProcessInfo.processInfo.environment[OwnerProcess.folderVariable] else {
            let cluster = try EmbeddedCluster.temporary()
            #expect(cluster.isRunning)
            try cluster.stop()
            #expect(!cluster.isRunning && !FileManager.default.fileExists(atPath: cluster.folder.path))
            return
        }
        let cluster = try EmbeddedCluster.start(in: folder, options: .temporary)
        while cluster.isRunning { sleep(1) }
    }
}

import CLibPQ
import Foundation
import Glibc
import Synchronization

extension EmbeddedCluster {
    func start() throws(ClusterError) {
        try LeftoverServer(folder: folder).stop(within: options.stopTimeLimit)
        try initialise()
        let socket = try SocketFolder.prepare(in: folder, for: account)
        let server = try launch(try options.complete(socketFolder: socket))
        state.withLock { state in
            state.server = server
            state.socketFolder = socket
        }
        ExitStops.add(self)
        do throws(ClusterError) {
            let lifeline = try Lifeline(server: server, folder: folder, removing: removedWithServer(socket))
            state.withLock { $0.lifeline = lifeline }
            try awaitAnswer(server, socket)
        } catch {
            try? stop()
            throw error
        }
    }

    /// Starts the server again after it died by itself. Does nothing while it runs.
    ///
    /// Errors as for `start(in:options:)`, from `stopFailed` on.
    public func restartIfDead() throws(ClusterError) {
        guard !isRunning, state.withLock({ $0.lock != nil }) else { return }
        state.withLock { state in
            if let dead = state.server { _ = ChildProcess.wait(dead) }
            state.server = nil
            state.lifeline?.cut()
            state.lifeline = nil
        }
        try start()
    }

    private func removedWithServer(_ socket: String) -> [String] {
        (socket == folder.socket ? [] : [socket]) + (isTemporary ? [folder.path] : [])
    }

    private func launch(_ settings: [(name: String, value: String)]) throws(ClusterError) -> pid_t {
        let log = try openLog()
        defer { close(log) }
        let command = [binaries.postgres, "-D", folder.data] + settings.flatMap { ["-c", "\($0.name)=\($0.value)"] }
        do {
            return try ChildProcess.spawn(
                account.command(command),
                environment: account.environment(home: folder.path, adding: options.environment), output: log)
        } catch { throw .startFailed(reason: "\(error)", log: folder.log) }
    }

    /// One older log is kept once it has grown beyond 16 MiB.
    private func openLog() throws(ClusterError) -> Int32 {
        let log = open(folder.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else {
            throw .folderUnusable(folder: folder.log, reason: String(cString: strerror(errno)))
        }
        guard lseek(log, 0, Int32(SEEK_END)) > 16 << 20 else { return log }
        close(log)
        rename(folder.log, folder.log + ".1")
        return try openLog()
    }

    /// Waits until the server takes a session of the superuser.
    private func awaitAnswer(_ server: pid_t, _ socket: String) throws(ClusterError) {
        let deadline = Deadline.after(options.startTimeLimit)
        while !Self.answers(socket) {
            if ChildProcess.isGone(server) { throw .startFailed(reason: lastWords(), log: folder.log) }
            if deadline.hasPassed { throw .startFailed(reason: "no answer in time", log: folder.log) }
            usleep(20_000)
        }
        do { _ = try Connection(try dataSource()) } catch let error as PostgresError {
            throw .connection(error)
        } catch let error as ClusterError { throw error } catch {
            throw .startFailed(reason: "\(error)", log: folder.log)
        }
    }

    /// `PQping` needs no password.
    private static func answers(_ socket: String) -> Bool {
        let source = DataSource(["host": socket, "port": "5432", "dbname": "postgres", "user": superuser])
        return source.withKeywordsAndValues { PQpingParams($0, $1, 0) } == PQPING_OK
    }

    private func lastWords() -> String {
        Self.reason(in: (try? String(contentsOfFile: folder.log, encoding: .utf8)) ?? "")
    }
}

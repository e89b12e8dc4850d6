import Foundation
import Glibc
import Synchronization

extension EmbeddedCluster {
    /// Fast shutdown: sessions are ended, and everything that was committed stays. Idempotent.
    ///
    /// Throws `stopFailed`. The folder may have another owner afterwards.
    public func stop() throws(ClusterError) {
        ExitStops.remove(self)
        let server = state.withLock { $0.server }
        if let server { try end(server) }
        state.withLock { state in
            state.server = nil
            state.lifeline?.cut()
            state.lifeline = nil
        }
        SocketFolder.removeElsewhere(of: folder)
        if isTemporary { try? FileManager.default.removeItem(atPath: folder.path) }
        state.withLock { $0.lock = nil }
    }

    /// SIGINT is the fast shutdown, SIGQUIT the one that leaves recovery to the next start.
    private func end(_ server: pid_t) throws(ClusterError) {
        for (signal, patience) in [(SIGINT, options.stopTimeLimit), (SIGQUIT, .seconds(10)), (SIGKILL, .seconds(10))] {
            if ChildProcess.isGone(server) { break }
            kill(server, signal)
            let deadline = Deadline.after(patience)
            while !ChildProcess.isGone(server), !deadline.hasPassed { usleep(5_000) }
        }
        guard ChildProcess.isGone(server) else { throw .stopFailed(process: server) }
        _ = ChildProcess.wait(server)
    }
}

/// Clusters to be stopped when the process exits in an orderly way.
enum ExitStops {
    private struct Clusters {
        var running: [ObjectIdentifier: Unowned] = [:]
        var isRegistered = false
    }

    /// A cluster that is deallocated stops itself, and so leaves the list first.
    private struct Unowned: @unchecked Sendable { unowned let cluster: EmbeddedCluster }

    private static let clusters = Mutex(Clusters())

    static func add(_ cluster: EmbeddedCluster) {
        let isFirst = clusters.withLock { clusters in
            clusters.running[ObjectIdentifier(cluster)] = Unowned(cluster: cluster)
            defer { clusters.isRegistered = true }
            return !clusters.isRegistered
        }
        if isFirst { atexit { ExitStops.stopAll() } }
    }

    static func remove(_ cluster: EmbeddedCluster) {
        clusters.withLock { _ = $0.running.removeValue(forKey: ObjectIdentifier(cluster)) }
    }

    private static func stopAll() {
        for entry in clusters.withLock({ Array($0.running.values) }) { try? entry.cluster.stop() }
    }
}

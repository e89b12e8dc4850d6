import Foundation
import Glibc

/// A server that still runs on a data folder whose owner is gone.
///
/// Every process of a server stands in its data folder, which `/proc` shows. So a number in
/// `postmaster.pid` that now belongs to another program is told apart from a living server.
struct LeftoverServer {
    let folder: ClusterFolder

    /// The processes that stand in the data folder, the main one among them.
    var processes: [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { pid_t($0) }.filter {
            standsInData($0) || ($0 == folder.recordedPostmaster && names($0))
        }
    }

    private func standsInData(_ process: pid_t) -> Bool {
        guard link("/proc/\(process)/cwd") == folder.data else { return false }
        // An upgrade of the package leaves " (deleted)" behind the name.
        return link("/proc/\(process)/exe")?.split(separator: "/").last?.hasPrefix("postgres") ?? false
    }

    /// Whether the command line is that of a server on this data. Everybody may read it; the links above
    /// are closed to the root of a container without the right to trace.
    private func names(_ process: pid_t) -> Bool {
        guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
        let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return words.first?.hasSuffix("postgres") ?? false && words.contains(folder.data)
    }

    private func link(_ path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }

    /// Stops what still runs: politely if the main process lives, at once if only its children do.
    ///
    /// To be called with the folder's lock held. Throws `stopFailed`.
    func stop(within limit: Duration) throws(ClusterError) {
        for (signal, patience) in [(SIGINT, limit), (SIGQUIT, .seconds(10)), (SIGKILL, .seconds(10))] {
            let running = processes
            guard !running.isEmpty else { break }
            let main = folder.recordedPostmaster
            let targets = main.map { running.contains($0) ? [$0] : running } ?? running
            let orphaned = targets.count > 1 || targets.first != main
            for process in targets { kill(process, orphaned && signal == SIGINT ? SIGQUIT : signal) }
            if waitUntilGone(patience) { break }
        }
        if let stubborn = processes.first { throw .stopFailed(process: stubborn) }
        removeForeignRecord()
    }

    private func waitUntilGone(_ patience: Duration) -> Bool {
        let deadline = Deadline.after(patience)
        while !processes.isEmpty {
            if deadline.hasPassed { return false }
            usleep(20_000)
        }
        return true
    }

    /// The server refuses to start when the recorded number is alive, whatever program that is now. When
    /// it is not alive, the file stays for the server to judge: it names the shared memory too.
    private func removeForeignRecord() {
        guard let recorded = folder.recordedPostmaster, kill(recorded, 0) == 0 else { return }
        unlink(folder.data + "/postmaster.pid")
    }
}

import Glibc

/// Stops the server when this process dies without doing so, even by `kill -9`.
///
/// A small shell waits at the end of a pipe, the other end of which only this process holds. When the
/// pipe closes, it sends the server the signal for a fast shutdown, if the data folder still names it.
struct Lifeline {
    private let shell: pid_t
    private let pipe: Int32

    private static let script = """
        read -r _
        runs() { [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ]; }
        runs "$@" && kill -INT "$1"
        waited=0
        while runs "$@" && [ "$waited" -lt 600 ]; do sleep 0.1; waited=$((waited + 1)); done
        runs "$@" && kill -QUIT "$1" && sleep 1
        [ -z "$3" ] || rm -rf -- "$3"
        [ -z "$4" ] || rm -rf -- "$4"
        """

    /// - Parameter removing: folders to remove after the server: that of its socket, that of its data.
    init(server: pid_t, folder: ClusterFolder, removing: [String]) throws(ClusterError) {
        let removed = removing + [String](repeating: "", count: 2 - removing.count)
        do {
            let ends = try ChildProcess.Pipe(for: "/bin/sh")
            defer { close(ends.reading) }
            pipe = ends.writing
            shell = try ChildProcess.spawn(
                ["/bin/sh", "-c", Self.script, "lifeline", "\(server)", folder.data] + removed,
                environment: ["PATH=/usr/bin:/bin"], input: ends.reading)
        } catch {
            throw .startFailed(reason: "\(error)", log: folder.log)
        }
    }

    /// After an orderly stop there is nothing left to watch.
    func cut() {
        kill(shell, SIGKILL)
        _ = ChildProcess.wait(shell)
        close(pipe)
    }
}

import CSpawn
import Glibc

/// Starting programs without a shell, and without our open files and signal settings.
enum ChildProcess {
    struct Failure: Error, CustomStringConvertible {
        let program: String
        let code: Int32
        var description: String { "\(program): \(String(cString: strerror(code)))" }
    }

    /// Starts a program in a session of its own, so that Ctrl-C at a terminal does not reach it.
    static func spawn(
        _ arguments: [String], environment: [String], input: Int32? = nil, output: Int32? = nil
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        connect(&actions, input: input, output: output)
        detach(&attributes)
        var program = arguments.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in program + variables { free(text) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, arguments[0], &actions, &attributes, &program, &variables)
        guard code == 0 else { throw Failure(program: arguments[0], code: code) }
        return child
    }

    private static func connect(_ actions: inout posix_spawn_file_actions_t, input: Int32?, output: Int32?) {
        func open(_ descriptor: Int32, _ flags: Int32) {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", flags, 0)
        }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) } else { open(0, O_RDONLY) }
        for descriptor: Int32 in [1, 2] {
            if let output {
                posix_spawn_file_actions_adddup2(&actions, output, descriptor)
            } else {
                open(descriptor, O_WRONLY)
            }
        }
        // Our sockets and pipes would otherwise stay open in the server, those too that another thread opens just now:
        // whoever waits for the end of such a pipe would wait for the server's.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    }

    private static func detach(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | 0x80  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    /// Runs a program to its end and returns its exit status and what it printed.
    static func run(_ arguments: [String], environment: [String]) throws(Failure) -> (status: Int32, output: String) {
        let pipe = try Pipe(for: arguments[0])
        defer { close(pipe.reading) }
        let child: pid_t
        do {
            defer { close(pipe.writing) }
            child = try spawn(arguments, environment: environment, output: pipe.writing)
        }
        let output = readAll(pipe.reading)
        return (wait(child), output)
    }

    /// Both ends stay in this process; a child gets what is passed to `spawn`.
    struct Pipe {
        let reading: Int32
        let writing: Int32

        init(for program: String) throws(Failure) {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { throw Failure(program: program, code: errno) }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (reading, writing) = (ends[0], ends[1])
        }
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var output: [UInt8] = []
        var portion = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &portion, portion.count)
            if count > 0 { output += portion[..<count] } else if count == 0 || errno != EINTR { break }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Waits for the end of a child; its exit status, or 128 and the signal that ended it.
    static func wait(_ child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 { if errno != EINTR { return -1 } }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    /// True once the child has ended. It stays in the process table, so that nobody else gets its number
    /// before `wait` is called.
    static func isGone(_ child: pid_t) -> Bool {
        var information = siginfo_t()
        let answer = waitid(P_PID, id_t(child), &information, WEXITED | WNOHANG | WNOWAIT)
        return answer != 0 || information.si_signo == SIGCHLD
    }
}

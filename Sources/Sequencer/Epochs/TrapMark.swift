import Glibc
import Persistence
import Synchronization

/// The mark that a trap leaves: a file that names the epoch in which this process trapped.
///
/// A signal handler writes it, and may use nothing but system calls and memory that was set aside before. A kill
/// and a loss of power leave none.
enum TrapMark {
    private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

    // Set under the lock before the handler is installed; the handler reads without it.
    private static let lock = Mutex(())
    nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?
    nonisolated(unsafe) private static var text: UnsafeMutablePointer<CChar>?
    nonisolated(unsafe) private static var textCount = 0

    /// From now on a trap marks this epoch in the file.
    static func arm(_ file: String, epoch: Int64) {
        lock.withLock { _ in
            let (oldPath, oldText) = (path, text)
            let line = "\(epoch)\n"
            textCount = line.utf8.count
            text = strdup(line)
            path = strdup(file)
            free(oldPath)
            free(oldText)
            for signal in signals { install(signal) }
        }
    }

    /// A trap marks nothing from now on.
    static func disarm() {
        for number in signals { _ = signal(number, SIG_DFL) }
    }

    private static func install(_ number: Int32) {
        signal(number) { number in
            if let path = TrapMark.path, let text = TrapMark.text {
                let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
                if descriptor >= 0 {
                    _ = write(descriptor, text, TrapMark.textCount)
                    fsync(descriptor)
                }
            }
            signal(number, SIG_DFL)
            raise(number)
        }
    }

    /// The mark that an earlier process left; nil where there is none.
    static func left(in file: String) -> EpochMark? {
        guard let stream = fopen(file, "r") else { return nil }
        defer { fclose(stream) }
        var number: Int64 = 0
        var byte = fgetc(stream)
        while (0x30...0x39).contains(byte), number < Int64.max / 16 {
            number = number * 10 + Int64(byte - 0x30)
            byte = fgetc(stream)
        }
        return number > 0 ? EpochMark(epoch: number, cause: "trap") : nil
    }

    static func remove(_ file: String) { unlink(file) }
}

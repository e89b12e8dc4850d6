import Foundation

/// The memory that this process has resident now, in bytes (`statm` of Linux); 0 where the system does not tell.
enum ResidentMemory {
    static var bytes: Int64 {
        let text = FileManager.default.contents(atPath: "/proc/self/statm").map { String(decoding: $0, as: UTF8.self) }
        let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int64($0) }
        return (pages ?? 0) * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }
}

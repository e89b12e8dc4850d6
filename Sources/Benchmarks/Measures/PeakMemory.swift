import Foundation

/// The most memory that this process had resident, in bytes (`VmHWM` of Linux); 0 where the system does not tell.
enum PeakMemory {
    static var bytes: Int64 {
        let status = FileManager.default.contents(atPath: "/proc/self/status").map {
            String(decoding: $0, as: UTF8.self)
        }
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kibibytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int64($0) }
        return (kibibytes ?? 0) * 1_024
    }
}

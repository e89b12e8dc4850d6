import Glibc

/// What only the run itself knows: rows refused, time, memory, head.
struct RunSummary {
    let refusedRows: [RefusedRow]
    let seconds: Double
    let head: String
    let commands: Int64

    /// Records a second over the whole run.
    var rate: Double { seconds > 0 ? Double(commands) / seconds : 0 }

    /// The most memory this process had, in bytes.
    var peakMemoryBytes: Int64 {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int64(usage.ru_maxrss) * 1_024
    }

    /// Refused rows by file and code: how many, and the first lines.
    var refusedByCode: [(name: String, count: Int, lines: [Int])] {
        var groups: [String: [Int]] = [:]
        for row in refusedRows {
            let file = row.file.split(separator: "/").last.map(String.init) ?? row.file
            groups["\(file) \(row.code)", default: []].append(row.line)
        }
        return groups.keys.sorted().map { ($0, groups[$0]!.count, Array(groups[$0]!.sorted().prefix(5))) }
    }
}

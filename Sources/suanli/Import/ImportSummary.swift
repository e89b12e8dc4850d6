/// What became of a file's rows: how many were accepted, and the lines of those that were not, by code and column.
struct ImportSummary {
    private let name: String
    private let accepted: Int
    private let refused: [RefusedRow]

    /// - Parameters:
    ///   - rows: those that could be read.
    ///   - unread: those that could not.
    ///   - turned: those read that the exchange did not take.
    init(_ name: String, rows: Int, _ unread: [RefusedRow], _ turned: [RefusedRow]) {
        self.name = name
        accepted = rows - turned.count
        refused = unread + turned
    }

    var text: String {
        let groups = Dictionary(grouping: refused) { row in "\(row.code)\(row.column.map { " in \($0)" } ?? "")" }
        let lines = groups.keys.sorted().map { cause in
            "  \(cause): rows \(Self.ranges(groups[cause]!.map(\.line).sorted()))"
        }
        return (["\(name): \(accepted) accepted, \(refused.count) refused"] + lines).joined(separator: "\n")
    }

    /// Ascending numbers, as `2-5, 9`.
    private static func ranges(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, number <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ", ")
    }
}

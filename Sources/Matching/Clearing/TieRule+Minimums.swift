import Domain

/// The tie rule among demands with a least fill.
extension TieRule {
    /// Parts a group of demands that are alike: those without a least fill, and any two or more that have the same
    /// quantity and least fill.
    static func byMinimum(
        _ group: [Int32], _ sizes: [Size]
    ) -> (sharing: [Int32], seniorities: [[Int32]]) {
        let sharing = group.filter { sizes[Int($0)].minimum == 0 }
        guard sharing.count < group.count else { return (sharing, []) }
        func size(_ demand: Int32) -> (Int64, Int64) {
            (sizes[Int(demand)].quantity, sizes[Int(demand)].minimum)
        }
        var seniorities: [[Int32]] = []
        for demand in group.filter({ size($0).1 > 0 }).sorted(by: {
            (size($0).0, size($0).1, $0) < (size($1).0, size($1).1, $1)
        }) {
            if let last = seniorities.last, size(last[0]) == size(demand) {
                seniorities[seniorities.count - 1].append(demand)
            } else {
                seniorities.append([demand])
            }
        }
        return (sharing, seniorities.filter { $0.count > 1 })
    }

    /// Exchanges what the members of each group got, so that who came first got no less.
    func rank(_ units: [Units], among groups: [[Int32]]) -> [Units] {
        var sums: [Int32: Int64] = [:]
        for row in units { sums[row.owner, default: 0] += row.milli }
        var successors: [Int32: Int32] = [:]
        for group in groups {
            let ranked = group.sorted { (sums[$1] ?? 0, $0) < (sums[$0] ?? 0, $1) }
            for (member, former) in zip(group, ranked) { successors[former] = member }
        }
        return units.map { Units(owner: successors[$0.owner] ?? $0.owner, partner: $0.partner, milli: $0.milli) }
    }
}

import Domain
import Records

extension AuditedMarket {
    /// After a record: of a bundle all lines are open, with nothing filled, or none is, with all or nothing filled.
    mutating func checkBundles() {
        let touched = Set(bundles.filter { demands[$0.key]?.isOpen != true }.values).union(
            bundleFills.keys.compactMap { bundles[$0] })
        for bundle in touched.sorted(by: { $0.id < $1.id }) {
            let lines = bundle.lines.compactMap { demands[$0] }
            let fills = bundle.lines.flatMap { bundleFills[$0] ?? [] }
            let isFilled = lines.allSatisfy { $0.openHours <= $0.terms.slack * $0.terms.hours }
            if lines.count != bundle.lines.count || lines.contains(where: { $0.isOpen })
                || !fills.isEmpty && !isFilled || fills.isEmpty && isFilled
            {
                faults.append(.bundleParted(bundle.id))
            }
            if !keeps(bundle.bond, fills) { faults.append(.bundleBondBroken(bundle.id)) }
            for line in bundle.lines { bundles[line] = nil }
        }
        bundleFills.removeAll()
    }

    private func keeps(_ bond: BundleBond, _ fills: [Fill]) -> Bool {
        if bond.commonStart, Set(fills.map(\.window.start)).count > 1 { return false }
        guard let most = bond.latencyMicrosecondsMost else { return true }
        return fills.allSatisfy { one in
            fills.allSatisfy { other in
                let known = [latency(one.zone, other.zone, one.versions), latency(other.zone, one.zone, one.versions)]
                return known.contains { $0 != nil } && known.allSatisfy { $0.map { $0 <= most } ?? true }
            }
        }
    }

    /// By the link of the nearest pair of zones above the two: fewest steps in all, then fewest from the second.
    private func latency(_ from: ZoneID, _ to: ZoneID, _ versions: PinnedVersions) -> Int64? {
        var nearest: (steps: Int, up: Int, latency: Int64?)?
        for (down, outer) in lineage(from).enumerated() {
            for (up, inner) in lineage(to).enumerated() {
                guard let link = links[versions.network]?.last(where: { $0.from == outer && $0.to == inner }),
                    nearest.map({ (down + up, up) < ($0.steps, $0.up) }) ?? true
                else { continue }
                nearest = (down + up, up, link.latencyMicroseconds)
            }
        }
        if from == to, nearest?.steps != 0 { return 0 }
        return nearest?.latency
    }
}

import Domain

/// The zones by dense number, and who contains whom.
struct ZoneTree {
    private(set) var zones: ContiguousArray<Zone> = []
    /// The dense number of the node above, or -1.
    private var parents: ContiguousArray<Int32> = []
    private var numbers: [ZoneID: Int32] = [:]

    var count: Int { zones.count }

    /// - Precondition: the parent is defined and the zone is not.
    mutating func define(_ zone: Zone) {
        precondition(numbers[zone.id] == nil, "a zone is defined once")
        let parent = zone.parent.map { number(of: $0) } ?? -1
        numbers[zone.id] = Int32(zones.count)
        zones.append(zone)
        parents.append(parent)
    }

    func number(of id: ZoneID) -> Int32 {
        guard let number = numbers[id] else { preconditionFailure("a zone is defined before it is used") }
        return number
    }

    /// The zone itself, then its ancestors from the nearest.
    func lineage(of zone: Int32) -> [Int32] {
        var line = [zone]
        var parent = parents[Int(zone)]
        while parent >= 0 {
            line.append(parent)
            parent = parents[Int(parent)]
        }
        return line
    }

    /// The zone that must contain an offer's zone for a demand at home in `home` that reaches `level`: the nearest
    /// of `home` and its ancestors that is as wide as the level; nil where anywhere will do.
    func scope(home: Int32, level: ZoneLevel) -> Int32? {
        guard level != .nation else { return nil }
        let line = lineage(of: home)
        return line.first { zones[Int($0)].level <= level } ?? line[line.count - 1]
    }

    func contains(_ scope: Int32?, _ zone: Int32) -> Bool {
        guard let scope else { return true }
        var at = zone
        while at >= 0 {
            if at == scope { return true }
            at = parents[Int(at)]
        }
        return false
    }
}

import Domain

/// Where a demand at rest stands among those that may want the same capacity.
public struct QueuePlace: Hashable, Sendable {
    /// 1 for the first.
    public let place: Int64
    /// How many there are, this one included.
    public let count: Int64
}

extension MarketBook {
    /// The place of a demand among the demands at rest that accept an instance type and a zone which it accepts too, for
    /// some of the same hours, in the order in which an offer that all of them cross serves them: by place under
    /// `listed`, by limit, then place under `resting`; a limit per SCU-hour and one per unit-hour by place alone, since
    /// which is higher is another matter for each type. nil where it does not rest.
    ///
    /// - Complexity: O(requirement classes + demands in the market).
    public func queuePlace(of demand: DemandID) -> QueuePlace? {
        guard isResting(demand) else { return nil }
        let row = demands[slot(of: demand)]
        let rivals = restingRows.filter { competes($0, with: row) }
        let ahead = rivals.filter { $0.id != row.id && goes($0, before: row) }
        return QueuePlace(place: Int64(ahead.count) + 1, count: Int64(rivals.count))
    }

    private func competes(_ other: DemandRow, with row: DemandRow) -> Bool {
        guard other.id != row.id else { return true }
        return other.start < row.end && row.start < other.end
            && (other.requirement == row.requirement || shareType(other.requirement, row.requirement))
            && (other.reach == row.reach || shareZone(other.reach, row.reach))
    }

    private func goes(_ other: DemandRow, before row: DemandRow) -> Bool {
        if rule != .listed, other.limit != row.limit, measure(of: other).key == measure(of: row).key {
            return other.limit > row.limit
        }
        return other.place < row.place
    }

    private func shareType(_ one: Int32, _ other: Int32) -> Bool {
        let classes = requirements.classes
        return types.rows.indices.contains { type in
            [one, other].allSatisfy { classes[Int($0)].failures(ofType: Int32(type), types.rows[type]).isEmpty }
        }
    }

    private func shareZone(_ one: Int32, _ other: Int32) -> Bool {
        let views = reaches.classes[Int(other)].views
        return reaches.classes[Int(one)].zones.contains { views[Int($0)].failed.isEmpty }
    }
}

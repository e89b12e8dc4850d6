import TransparencyLog

/// Sets the records of a file against the leaf hashes that the log has in truth.
///
/// A leaf hash stands for one record, as it covers the sequence number; so each record that is in the log is known
/// by its hash wherever it stands.
struct Alignment {
    private let truth: [Digest]
    private let log: RecordLog
    /// For each record of the file, its index in the log.
    private let places: [Int?]

    init(truth: [Digest], log: RecordLog) {
        self.truth = truth
        self.log = log
        var index: [Digest: Int] = [:]
        for (place, leaf) in truth.enumerated() { index[leaf] = place }
        places = log.leaves.map { index[$0] }
    }

    /// In the order of the file, then what is missing.
    func findings() -> [Finding] {
        var seen = Set<Int>()
        var strangers: [Finding] = []
        var found: [Int] = []
        let known = Set(places.compactMap { $0 })
        var altered = Set<Int>()
        for (place, index) in places.enumerated() {
            if let index {
                if seen.insert(index).inserted { found.append(index) } else { strangers.append(.repeated(name(index))) }
                continue
            }
            let claimed = Int(log.sequences[place]) - 1
            if truth.indices.contains(claimed), !known.contains(claimed), altered.insert(claimed).inserted {
                strangers.append(.altered(name(claimed)))
            } else if let gap = gap(at: place), !known.contains(gap), altered.insert(gap).inserted {
                strangers.append(.altered(name(gap)))
            } else {
                strangers.append(.inserted(place: Int64(place) + 1, claiming: log.sequences[place]))
            }
        }
        return strangers + moved(found) + missing(known.union(altered))
    }

    /// A record whose sequence number was altered: it stands where the log has the one after its predecessor.
    private func gap(at place: Int) -> Int? {
        let before = place == 0 ? -1 : places[place - 1]
        guard let before, before + 1 < truth.count else { return nil }
        return before + 1
    }

    /// Records that stand elsewhere than their order among the records found.
    private func moved(_ found: [Int]) -> [Finding] {
        zip(found, found.sorted()).filter { $0 != $1 }.map { .moved(name($0.0)) }
    }

    /// Runs of records that are nowhere. Where reading stopped early, what lies behind is not known.
    private func missing(_ present: Set<Int>) -> [Finding] {
        let end = log.stop == nil ? truth.count : (present.max() ?? -1) + 1
        var runs: [Finding] = []
        var start: Int?
        for index in 0...end {
            if index < end, !present.contains(index) {
                start = start ?? index
            } else if let first = start {
                runs.append(.missing(name(first)...name(index - 1)))
                start = nil
            }
        }
        return runs
    }

    private func name(_ index: Int) -> Int64 { Int64(index) + 1 }
}

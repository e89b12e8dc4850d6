/// Offers by their distance from where a cheapest path begins, as in Dijkstra's method.
///
/// What a path passes from offer to offer are units of demands that move. Distances are what that loses, at prices, and
/// never negative.
struct PathSearch: ~Copyable {
    /// How a path comes to an offer: units of a demand leave one arc and enter another. -1 where there is none.
    struct Step {
        let from: Int32
        let to: Int32
    }

    private struct Label: Prioritised {
        let distance: Int64
        let offer: Int32

        @inline(__always)
        func precedes(_ other: Label) -> Bool {
            distance < other.distance || (distance == other.distance && offer < other.offer)
        }
    }

    /// Farther than any path that is looked at.
    static let unreached = Int64.max
    /// Sums of so much and of prices stay far within 64 bits.
    static let farthest: Int64 = 1 << 56

    private let distances: FlatArray<Int64>
    private let steps: FlatArray<Step>
    /// Offers with a distance.
    private var reached: [Int32] = []
    /// May hold an offer twice; the farther label is then passed by.
    private var labels: [Label] = []

    init(offers: Int) {
        distances = FlatArray(repeating: Self.unreached, count: offers)
        steps = FlatArray(repeating: Step(from: -1, to: -1), count: offers)
    }

    mutating func begin() {
        for offer in reached { distances[offer] = Self.unreached }
        reached.removeAll(keepingCapacity: true)
        labels.removeAll(keepingCapacity: true)
    }

    /// Notes a way to an offer, where it is the shortest so far.
    @inline(__always)
    mutating func reach(_ offer: Int32, _ distance: Int64, by step: Step) {
        guard distance < distances[offer], distance <= Self.farthest else { return }
        if distances[offer] == Self.unreached { reached.append(offer) }
        distances[offer] = distance
        steps[offer] = step
        labels.append(Label(distance: distance, offer: offer))
        labels.withUnsafeMutableBufferPointer { $0.baseAddress!.siftUp(count: $0.count) }
    }

    /// The nearest offer that was not returned yet and is nearer than `limit`.
    mutating func next(within limit: Int64) -> (offer: Int32, distance: Int64)? {
        while let first = labels.first, first.distance < limit {
            labels.withUnsafeMutableBufferPointer { $0.baseAddress!.removeFirst(count: $0.count) }
            labels.removeLast()
            if first.distance == distances[first.offer] { return (first.offer, first.distance) }
        }
        return nil
    }

    func step(to offer: Int32) -> Step { steps[offer] }

    /// The offers nearer than `limit`, with their distances.
    func nearer(than limit: Int64) -> [(offer: Int32, distance: Int64)] {
        reached.filter { distances[$0] < limit }.map { ($0, distances[$0]) }
    }
}

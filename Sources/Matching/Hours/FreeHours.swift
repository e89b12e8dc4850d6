import Domain

/// What one offer has free within some hours, for a walk that chooses among them.
struct FreeHours {
    struct Step {
        var start: Int32
        var end: Int32
        var free: Int64
    }

    /// In order of time; hours of no step have nothing.
    private(set) var steps: ContiguousArray<Step> = []

    /// The steps of a list of free capacity, as far as they lie within [start, end).
    init(_ capacity: borrowing FreeCapacity, _ head: Int32, _ start: Int32, _ end: Int32) {
        var at = head
        while at != FreeCapacity.none {
            let step = capacity.steps[Int(at)]
            guard step.start < end else { break }
            if step.end > start {
                steps.append(
                    Step(start: max(step.start, start), end: min(step.end, end), free: Int64(step.free)))
            }
            at = step.next
        }
    }

    /// Takes so much out of the steps within [start, end), or gives it back where it is negative.
    mutating func take(_ quantity: Int64, _ start: Int32, _ end: Int32) {
        var cut: ContiguousArray<Step> = []
        cut.reserveCapacity(steps.count + 2)
        for step in steps {
            let bounds = [
                step.start, min(max(start, step.start), step.end), min(max(end, step.start), step.end), step.end,
            ]
            for (number, (from, to)) in zip(bounds, bounds.dropFirst()).enumerated() where from < to {
                cut.append(Step(start: from, end: to, free: number == 1 ? step.free - quantity : step.free))
            }
        }
        steps = cut
    }

    /// Nothing is left within [start, end).
    mutating func close(_ start: Int32, _ end: Int32) { take(Int64(Int32.max), start, end) }

    /// The smallest free quantity over hours that steps cover.
    func least(_ start: Int32, _ end: Int32) -> Int64 {
        steps.reduce(Int64.max) { $1.start < end && start < $1.end ? min($0, $1.free) : $0 }
    }

    /// The longest stretches of consecutive hours of each of which so much is free, in order of time.
    func forEachStretch(of quantity: Int64, _ body: (_ start: Int32, _ end: Int32) -> Void) {
        var stretch: (start: Int32, end: Int32)?
        for step in steps {
            guard step.free >= quantity else {
                if let stretch { body(stretch.start, stretch.end) }
                stretch = nil
                continue
            }
            if let known = stretch, known.end == step.start {
                stretch = (known.start, step.end)
            } else {
                if let stretch { body(stretch.start, stretch.end) }
                stretch = (step.start, step.end)
            }
        }
        if let stretch { body(stretch.start, stretch.end) }
    }
}

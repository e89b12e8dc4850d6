import Domain

/// What the offers still have free, hour by hour: for each a list of steps in one pool.
///
/// Between its steps an offer has nothing. Neighbouring steps that say the same are one, so two books
/// with the same leases have the same steps.
struct FreeCapacity: ~Copyable {
    struct Step {
        var start: Int32
        var end: Int32
        /// Milli-units not taken.
        var free: Int32
        /// Milli-units that the provider listed.
        var listed: Int32
        var next: Int32
    }

    static let none: Int32 = -1

    private(set) var steps: ContiguousArray<Step> = []
    private var freeStep = FreeCapacity.none

    /// The first step of a new list.
    mutating func add(_ schedule: CapacitySchedule) -> Int32 {
        var head = FreeCapacity.none
        for step in schedule.steps.reversed() {
            let quantity = Int32(step.quantity.milli)
            let row = Step(
                start: Int32(step.window.start), end: Int32(step.window.end), free: quantity, listed: quantity,
                next: head)
            head = newStep(row)
        }
        mergeNeighbours(from: head, until: Int32.max)
        return head
    }

    /// Gives the steps of a list back.
    mutating func remove(_ head: Int32) {
        var step = head
        while step != FreeCapacity.none {
            let next = steps[Int(step)].next
            steps[Int(step)].next = freeStep
            (freeStep, step) = (step, next)
        }
    }

    /// Gives a list another schedule; what was taken stays taken. The first step of the list as it is then.
    ///
    /// - Precondition: the schedule has at least as much at each hour as was taken.
    mutating func replace(_ head: Int32, by schedule: CapacitySchedule) -> Int32 {
        let taken = self.taken(head)
        remove(head)
        let other = add(schedule)
        for step in taken {
            take(step.quantity.milli, of: other, Int32(step.window.start), Int32(step.window.end))
        }
        return other
    }

    /// The smallest free quantity in milli-units over [start, end); zero where a blackout touches it.
    func least(_ head: Int32, _ start: Int32, _ end: Int32) -> Int64 {
        var reached = start
        var least = Int32.max
        var at = head
        while at != FreeCapacity.none, reached < end {
            let step = steps[Int(at)]
            at = step.next
            if step.end <= start { continue }
            guard step.start <= reached else { return 0 }
            least = min(least, step.free)
            reached = step.end
        }
        return reached < end ? 0 : Int64(least)
    }

    /// Whether some hour has at least this much free.
    func reaches(_ head: Int32, _ quantity: Int64) -> Bool {
        var at = head
        while at != FreeCapacity.none {
            if Int64(steps[Int(at)].free) >= quantity { return true }
            at = steps[Int(at)].next
        }
        return false
    }

    /// Takes `quantity` out of every hour of [start, end), or gives it back where it is negative.
    mutating func take(_ quantity: Int64, of head: Int32, _ start: Int32, _ end: Int32) {
        var at = head
        while at != FreeCapacity.none, steps[Int(at)].start < end {
            if steps[Int(at)].end > start {
                splitIfNeeded(at, at: start)
                if steps[Int(at)].start >= start {
                    splitIfNeeded(at, at: end)
                    let free = Int64(steps[Int(at)].free) - quantity
                    precondition(free >= 0, "no hour of an offer is oversold")
                    precondition(free <= Int64(steps[Int(at)].listed), "no more is given back than was taken")
                    steps[Int(at)].free = Int32(free)
                }
            }
            at = steps[Int(at)].next
        }
        mergeNeighbours(from: head, until: end)
    }

    private mutating func newStep(_ row: Step) -> Int32 {
        let number = freeStep
        guard number != FreeCapacity.none else {
            steps.append(row)
            return Int32(steps.count - 1)
        }
        freeStep = steps[Int(number)].next
        steps[Int(number)] = row
        return number
    }

    private mutating func splitIfNeeded(_ number: Int32, at hour: Int32) {
        var later = steps[Int(number)]
        guard later.start < hour, hour < later.end else { return }
        later.start = hour
        let after = newStep(later)
        steps[Int(number)].end = hour
        steps[Int(number)].next = after
    }

    private mutating func mergeNeighbours(from head: Int32, until end: Int32) {
        var at = head
        while at != FreeCapacity.none, steps[Int(at)].start <= end {
            let next = steps[Int(at)].next
            guard next != FreeCapacity.none else { return }
            let (step, other) = (steps[Int(at)], steps[Int(next)])
            guard step.end == other.start, step.free == other.free, step.listed == other.listed else {
                at = next
                continue
            }
            steps[Int(at)].end = other.end
            steps[Int(at)].next = other.next
            steps[Int(next)].next = freeStep
            freeStep = next
        }
    }
}

extension FreeCapacity {
    /// What an offer has free, in order of time.
    func free(_ head: Int32) -> [CapacityStep] { list(head) { $0.free } }

    /// What is taken of an offer, in order of time; hours of which nothing is are left out.
    func taken(_ head: Int32) -> [CapacityStep] {
        list(head) { $0.listed - $0.free }.filter { $0.quantity > .zero }
    }

    private func list(_ head: Int32, _ quantity: (Step) -> Int32) -> [CapacityStep] {
        var found: [CapacityStep] = []
        var at = head
        while at != FreeCapacity.none {
            let step = steps[Int(at)]
            found.append(
                CapacityStep(
                    window: Window(unchecked: Hour(step.start), Hour(step.end)),
                    quantity: Quantity(unchecked: Int64(quantity(step)))))
            at = step.next
        }
        return found
    }
}

/// The demand classes in which a demand rests that asks for more than a lot in one walk, and how many do.
struct ConditionalDemands {
    /// By demand class.
    private(set) var counts: ContiguousArray<Int32> = []
    /// The classes that have one, in no order that means anything.
    private(set) var classes: ContiguousArray<Int32> = []
    /// Where each class stands among them.
    private var positions: ContiguousArray<Int32> = []

    mutating func add(_ demandClass: Int32) {
        while counts.count <= Int(demandClass) {
            counts.append(0)
            positions.append(0)
        }
        if counts[Int(demandClass)] == 0 {
            positions[Int(demandClass)] = Int32(classes.count)
            classes.append(demandClass)
        }
        counts[Int(demandClass)] += 1
    }

    /// - Precondition: it was added.
    mutating func remove(_ demandClass: Int32) {
        counts[Int(demandClass)] -= 1
        guard counts[Int(demandClass)] == 0 else { return }
        let position = positions[Int(demandClass)]
        let last = classes.removeLast()
        guard last != demandClass else { return }
        classes[Int(position)] = last
        positions[Int(last)] = position
    }
}

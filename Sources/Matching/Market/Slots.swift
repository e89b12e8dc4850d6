/// Values under dense numbers that are used again.
struct Slots<Value> {
    private(set) var values: ContiguousArray<Value?> = []
    private var unused: ContiguousArray<Int32> = []
    private(set) var count = 0

    /// One more than the largest number in use so far.
    var bound: Int { values.count }

    mutating func insert(_ value: Value) -> Int32 {
        count += 1
        if let slot = unused.popLast() {
            values[Int(slot)] = value
            return slot
        }
        values.append(value)
        return Int32(values.count - 1)
    }

    mutating func remove(_ slot: Int32) {
        values[Int(slot)] = nil
        unused.append(slot)
        count -= 1
    }

    /// - Precondition: the number is in use.
    subscript(slot: Int32) -> Value {
        get { values[Int(slot)].unsafelyUnwrapped }
        set { values[Int(slot)] = newValue }
    }

    func find(_ slot: Int32) -> Value? { values[Int(slot)] }
}

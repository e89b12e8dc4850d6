/// From the number of an offer or demand to its dense slot: linear probing, at most half full.
///
/// Numbers are positive. Nothing ever iterates over it, so its order decides nothing.
///
/// - Complexity: look-up, insertion and removal O(1) expected.
struct NumberMap {
    private var numbers: ContiguousArray<Int64>
    private var slots: ContiguousArray<Int32>
    private(set) var count = 0

    init() {
        numbers = ContiguousArray(repeating: 0, count: 16)
        slots = ContiguousArray(repeating: 0, count: 16)
    }

    private var mask: Int { numbers.count - 1 }

    /// Fibonacci hashing: the high bits of a product with 2⁶⁴ / the golden ratio.
    private func home(_ number: Int64) -> Int {
        Int(truncatingIfNeeded: (UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    func slot(of number: Int64) -> Int32? {
        var position = home(number)
        while numbers[position] != 0 {
            if numbers[position] == number { return slots[position] }
            position = (position + 1) & mask
        }
        return nil
    }

    mutating func insert(_ number: Int64, _ slot: Int32) {
        assert(number > 0 && self.slot(of: number) == nil, "a number is inserted once")
        if count * 2 >= numbers.count { grow() }
        put(number, slot)
        count += 1
    }

    mutating func remove(_ number: Int64) {
        var hole = home(number)
        while numbers[hole] != number { hole = (hole + 1) & mask }
        count -= 1
        var position = (hole + 1) & mask
        while numbers[position] != 0 {
            let distance = (position - home(numbers[position])) & mask
            if distance >= (position - hole) & mask {
                (numbers[hole], slots[hole]) = (numbers[position], slots[position])
                hole = position
            }
            position = (position + 1) & mask
        }
        numbers[hole] = 0
    }

    private mutating func put(_ number: Int64, _ slot: Int32) {
        var position = home(number)
        while numbers[position] != 0 { position = (position + 1) & mask }
        (numbers[position], slots[position]) = (number, slot)
    }

    private mutating func grow() {
        let (oldNumbers, oldSlots) = (numbers, slots)
        numbers = ContiguousArray(repeating: 0, count: oldNumbers.count * 2)
        slots = ContiguousArray(repeating: 0, count: oldSlots.count * 2)
        for position in oldNumbers.indices where oldNumbers[position] != 0 {
            put(oldNumbers[position], oldSlots[position])
        }
    }
}

/// Rows under dense numbers from 0, in memory that they own.
///
/// What an array does at each access (asking whether it is shared, reading its own header, comparing with its count) is
/// what a book would spend half of its time on. This type has one owner by construction, so it need not ask. A number
/// that no row has stops a debug build; a release build does not look, so whoever takes numbers from outside asks
/// `contains` first.
struct Rows<Row: BitwiseCopyable>: ~Copyable {
    private var start: UnsafeMutablePointer<Row>
    private(set) var count: Int = 0
    private var capacity: Int

    /// A row that fits is never cut by the border of a cache line.
    private static var alignment: Int { 64 }

    init() {
        capacity = 0
        start = Self.memory(0)
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }

    @inline(__always)
    func contains(_ number: Int) -> Bool { UInt(bitPattern: number) < UInt(bitPattern: count) }

    subscript(number: Int) -> Row {
        @inline(__always)
        unsafeAddress {
            assert(contains(number), "the row is there")
            return UnsafePointer(start + number)
        }
        @inline(__always)
        unsafeMutableAddress {
            assert(contains(number), "the row is there")
            return start + number
        }
    }

    subscript(number: Int32) -> Row {
        @inline(__always)
        unsafeAddress {
            assert(contains(Int(number)), "the row is there")
            return UnsafePointer(start + Int(number))
        }
        @inline(__always)
        unsafeMutableAddress {
            assert(contains(Int(number)), "the row is there")
            return start + Int(number)
        }
    }

    /// Puts a row behind the last and returns its number.
    ///
    /// - Complexity: O(1) on average; the memory doubles where it is full.
    mutating func append(_ row: Row) -> Int32 {
        if count == capacity { grow(to: count + 1) }
        (start + count).initialize(to: row)
        count += 1
        return Int32(count - 1)
    }

    /// Puts equal rows behind the last until there are so many.
    mutating func extend(to newCount: Int, with row: Row) {
        guard newCount > count else { return }
        if newCount > capacity { grow(to: newCount) }
        (start + count).initialize(repeating: row, count: newCount - count)
        count = newCount
    }

    private mutating func grow(to least: Int) {
        let newCapacity = max(least, capacity * 2, 16)
        let wider = Self.memory(newCapacity)
        wider.moveInitialize(from: start, count: count)
        UnsafeMutableRawPointer(start).deallocate()
        (start, capacity) = (wider, newCapacity)
    }

    private static func memory(_ capacity: Int) -> UnsafeMutablePointer<Row> {
        UnsafeMutableRawPointer.allocate(byteCount: capacity * MemoryLayout<Row>.stride, alignment: alignment)
            .bindMemory(to: Row.self, capacity: capacity)
    }
}

/// A fixed number of plain values in memory that it owns.
///
/// The solver's inner loops read and write several of these in turn; with bare pointers no write is checked for sharing
/// and no read for bounds. Every index is one that the solver computed from a checked problem.
///
/// In a mutating function of a type that has one, `array[index] += 1` crashes the compiler (6.3.1) under the thread
/// sanitizer; write `array[index] = array[index] + 1`, or put it into a function that does not mutate.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating value: Element, count: Int) {
        self.init(uninitialized: count)
        start.initialize(repeating: value, count: count)
    }

    init(_ values: some Collection<Element>) {
        self.init(uninitialized: values.count)
        for (number, value) in values.enumerated() { (start + number).initialize(to: value) }
    }

    /// Memory that nothing was written to yet; the system hands it out only where it is used.
    init(uninitialized count: Int) {
        start = .allocate(capacity: Swift.max(1, count))
        self.count = count
    }

    deinit { start.deallocate() }

    var values: [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }

    func fill(_ value: Element) { start.update(repeating: value, count: count) }

    subscript(index: Int) -> Element {
        @inline(__always)
        unsafeAddress {
            assert(index >= 0 && index < count, "the element is there")
            return UnsafePointer(start + index)
        }
        @inline(__always)
        nonmutating unsafeMutableAddress {
            assert(index >= 0 && index < count, "the element is there")
            return start + index
        }
    }

    subscript(index: Int32) -> Element {
        @inline(__always)
        unsafeAddress {
            assert(index >= 0 && index < count, "the element is there")
            return UnsafePointer(start + Int(index))
        }
        @inline(__always)
        nonmutating unsafeMutableAddress {
            assert(index >= 0 && index < count, "the element is there")
            return start + Int(index)
        }
    }
}

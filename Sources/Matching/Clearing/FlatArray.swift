/// A fixed number of plain values in memory that it owns.
///
/// The solver's inner loops read and write several of these in turn; with bare pointers no write is checked for sharing
/// and no read for bounds. Every index is one that the solver computed from a checked problem.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating value: Element, count: Int) {
        self.init(uninitialized: count)
        start.initialize(repeating: value, count: count)
    }

    /// Memory that nothing was written to yet; the system hands it out only where it is used.
    init(uninitialized count: Int) {
        start = .allocate(capacity: Swift.max(1, count))
        self.count = count
    }

    deinit { start.deallocate() }

    func fill(_ value: Element) { start.update(repeating: value, count: count) }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count, "the element is there")
            return start[index]
        }
        nonmutating set {
            assert(index >= 0 && index < count, "the element is there")
            start[index] = newValue
        }
    }

    @inline(__always)
    subscript(index: Int32) -> Element {
        get { self[Int(index)] }
        nonmutating set { self[Int(index)] = newValue }
    }
}

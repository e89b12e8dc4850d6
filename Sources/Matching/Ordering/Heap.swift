/// What a binary heap can hold.
protocol Prioritised {
    /// Goes before the other; a strict total order.
    func precedes(_ other: Self) -> Bool
}

/// A binary heap in place, in memory that is initialised: the element that precedes all others is the first.
extension UnsafeMutablePointer where Pointee: Prioritised {
    /// Puts the last of `count` elements in its place, the others being a heap.
    @inline(__always)
    func siftUp(count: Int) {
        var hole = count - 1
        let element = self[hole]
        while hole > 0 {
            let parent = (hole - 1) / 2
            guard element.precedes(self[parent]) else { break }
            self[hole] = self[parent]
            hole = parent
        }
        self[hole] = element
    }

    /// Puts the element at `position` in its place below, what lies below being heaps.
    @inline(__always)
    func siftDown(from position: Int, count: Int) {
        guard position < count else { return }
        var hole = position
        let element = self[hole]
        while true {
            var child = 2 * hole + 1
            guard child < count else { break }
            if child + 1 < count, self[child + 1].precedes(self[child]) { child += 1 }
            guard self[child].precedes(element) else { break }
            self[hole] = self[child]
            hole = child
        }
        self[hole] = element
    }

    /// Makes `count` elements in any order a heap.
    func makeHeap(count: Int) {
        for position in stride(from: count / 2 - 1, through: 0, by: -1) { siftDown(from: position, count: count) }
    }

    /// Takes the first element out and puts the last where it belongs.
    @inline(__always)
    func removeFirst(count: Int) {
        self[0] = self[count - 1]
        siftDown(from: 0, count: count - 1)
    }
}

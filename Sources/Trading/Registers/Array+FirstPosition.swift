extension Array {
    /// The first position from which on `isBehind` holds; it holds of no element before one that it does not hold of.
    ///
    /// - Complexity: O(log n).
    func firstPosition(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

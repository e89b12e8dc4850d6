extension SeededGenerator {
    /// A number in 0 ..< bound; `bound` is positive.
    ///
    /// The remainder favours small numbers by less than bound / 2⁶⁴.
    public mutating func below(_ bound: Int64) -> Int64 { Int64(next() % UInt64(bound)) }

    /// A number of the range, which has fewer than 2⁶³ numbers.
    public mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `percent` of a hundred cases.
    public mutating func chance(_ percent: Int64) -> Bool { below(100) < percent }

    /// One of the elements, of which there is at least one.
    public mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(below(Int64(elements.count)))]
    }
}

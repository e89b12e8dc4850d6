/// Lists as long as they like, for what holds the state of a whole exchange: the number of elements in eight bytes, then
/// the elements.
extension CanonicalWriter {
    public mutating func write<Element: Canonical>(table: some Collection<Element>) {
        append(Int64(table.count))
        for element in table { element.write(to: &self) }
    }
}

extension CanonicalReader {
    /// Errors: `truncated`, `outOfRange`: every element takes a byte at least, so a false count asks for no memory.
    public mutating func table<Element: Canonical>(
        of type: Element.Type = Element.self
    ) throws(CanonicalError) -> [Element] {
        let count = try integer(in: 0...Int64(max(8, remaining) - 8))
        var table: [Element] = []
        table.reserveCapacity(min(Int(count), 4_096))
        for _ in 0..<count { table.append(try read()) }
        return table
    }
}

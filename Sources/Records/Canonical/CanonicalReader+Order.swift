extension CanonicalReader {
    /// A list that its type keeps in ascending order; equal neighbours are allowed. Errors: `notCanonical`.
    mutating func ascending<Element: Canonical & Comparable>() throws(CanonicalError) -> [Element] {
        try ascending { $0 }
    }

    /// A list in ascending order of a property. Errors: `notCanonical`.
    mutating func ascending<Element: Canonical, Key: Comparable>(
        by key: (Element) -> Key
    ) throws(CanonicalError) -> [Element] {
        let start = offset
        let list = try read([Element].self)
        guard zip(list, list.dropFirst()).allSatisfy({ key($0) <= key($1) }) else {
            throw CanonicalError(.notCanonical, at: start)
        }
        return list
    }

    /// A list that may be absent, else in ascending order. Errors: `notCanonical`.
    mutating func ascendingOrNil<Element: Canonical & Comparable>() throws(CanonicalError) -> [Element]? {
        try read(Bool.self) ? try ascending() : nil
    }
}

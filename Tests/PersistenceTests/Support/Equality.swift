import Testing
import Trading

/// Entries are equal if all that they hold is.
func expectEqual(
    _ found: [JournalEntry], _ wanted: [JournalEntry], sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(found.count == wanted.count, sourceLocation: sourceLocation)
    for (one, other) in zip(found, wanted) {
        #expect(one.record == other.record, sourceLocation: sourceLocation)
        #expect(one.nonce == other.nonce, sourceLocation: sourceLocation)
        #expect(one.leaf == other.leaf, sourceLocation: sourceLocation)
        #expect(one.key == other.key, sourceLocation: sourceLocation)
        #expect(one.bodyHash == other.bodyHash, sourceLocation: sourceLocation)
        #expect(one.texts == other.texts, sourceLocation: sourceLocation)
    }
}

extension Journal {
    func entries(after sequence: Int64 = 0) throws -> [JournalEntry] {
        var entries: [JournalEntry] = []
        try read(after: sequence) { entries.append($0) }
        return entries
    }
}

import Records
import Trading

/// What was decided and not yet handed to the journal, and who waits for it.
struct DecidedBatch {
    private(set) var entries: [JournalEntry] = []
    /// Each command with the place of its own record among the entries.
    private(set) var groups: [(group: CommandGroup, place: Int)] = []

    var isEmpty: Bool { entries.isEmpty }

    /// - Parameter group: whose record is the last of the entries; nil for what fell due by itself.
    mutating func add(_ new: [JournalEntry], for group: CommandGroup? = nil) {
        entries += new
        if let group { groups.append((group, entries.count - 1)) }
    }

    /// Tells everybody that their record is written, under a head that covers it.
    func answer(_ head: LogHead) {
        for (group, place) in groups { group.give(.success(Receipt(record: entries[place].record, head: head))) }
    }
}

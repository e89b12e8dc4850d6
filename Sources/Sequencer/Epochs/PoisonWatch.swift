import Persistence
import Trading

/// Caution after an epoch that ended in a fault of our own: which commands go one by one, and which not at all.
struct PoisonWatch {
    /// Commands that go in batches of one after a marked epoch.
    static let commandsMost = 2_000

    /// Commands still to go one by one.
    private(set) var cautious: Int
    /// Keys whose command was being decided when a marked epoch ended.
    private let condemned: Set<IdempotencyKey>

    /// - Parameters:
    ///   - epoch: the epoch that begins.
    ///   - marks: of all epochs.
    ///   - suspects: whose commands are not in the journal.
    init(epoch: Int64, marks: [EpochMark], suspects: [Suspect]) {
        let marked = Set(marks.map(\.epoch))
        cautious = marked.contains(epoch - 1) ? Self.commandsMost : 0
        condemned = Set(suspects.filter { marked.contains($0.epoch) }.map(\.key))
    }

    var isCautious: Bool { cautious > 0 }
    var condemnedCount: Int { condemned.count }

    func condemns(_ key: IdempotencyKey) -> Bool { condemned.contains(key) }

    mutating func note(commands: Int) { cautious = max(0, cautious - commands) }
}

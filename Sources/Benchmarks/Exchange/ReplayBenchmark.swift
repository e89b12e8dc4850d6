import Domain
import Trading

/// Times a journal in memory when it is folded, as recovery does, and when it is decided again, as an audit does; and
/// the state that it gives when it is hashed, sealed as a snapshot, and restored from one.
public struct ReplayBenchmark {
    private let name: String
    private let journal: [JournalEntry]

    /// A journal of plain orders. Throws `OrderFlowProblem` where the exchange cannot take them.
    public init(plain flow: OrderFlow) throws {
        var exchange = try FlowExchange.open(flow, keepsJournal: true)
        exchange.carryOut(flow.commands[...])
        (name, journal) = ("plain", exchange.memory.journal)
    }

    /// A journal of a generated market of many classes. Errors: none; a `Reason` is a fault of the generator.
    public init(richMarket seed: UInt64, offers: Int, demands: Int) throws {
        (name, journal) = ("rich", try RichMarket(seed: seed).journal(offers: offers, demands: demands))
    }

    /// Throws `RecoveryError` where the journal does not give what it was written from.
    public func run() throws -> ReplayFigures {
        var begin = Clocks.thread()
        var folded = Exchange()
        for entry in journal { try folded.fold(entry) }
        let foldTime = lap(&begin)
        var decided = Exchange()
        for entry in journal { try decided.replay(entry) }
        let decideTime = lap(&begin)
        let hash = folded.stateHash()
        let hashTime = lap(&begin)
        let sealed = folded.snapshot().sealed
        let sealTime = lap(&begin)
        let restored = try Exchange(restoring: try Snapshot(sealed: sealed))
        let restoreTime = lap(&begin)
        let isSame = hash == decided.stateHash() && hash == restored.stateHash() && folded.head == decided.head
        return ReplayFigures(
            name: name, records: journal.count, fills: journal.reduce(0) { $0 + $1.record.fillCount },
            foldTime: foldTime, decideTime: decideTime, hashTime: hashTime, sealTime: sealTime,
            restoreTime: restoreTime, snapshotBytes: sealed.count, isSame: isSame)
    }

    /// Processor time since the last lap, which is over.
    private func lap(_ begin: inout Int64) -> Int64 {
        let now = Clocks.thread()
        defer { begin = now }
        return now - begin
    }
}

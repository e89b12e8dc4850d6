import Domain
import Records
import Trading
import TransparencyLog

/// An exchange without a sequencer: it applies generated commands one after the other and keeps its journal.
///
/// Nonces come from a counter, so the same commands give the same journal on every machine. It is on the market clock
/// that the commands move.
public final class SimulatedExchange {
    public private(set) var entries: [JournalEntry] = []
    private var exchange = Exchange()
    private var commands: Int64 = 0

    public init() {}

    /// Applies a command; the records are those of what fell due before it, then its own.
    @discardableResult
    public func apply(_ generated: GeneratedCommand) -> [Record] {
        commands += 1
        let submission = Submission(
            actor: generated.actor, command: generated.command, nonce: nonce(commands), key: nil)
        let applied = exchange.apply(submission, clock: exchange.time(wall: .epoch))
        entries += applied
        return applied.map(\.record)
    }

    /// Lets what has fallen due by the market's clock happen before any other command comes, as the sequencer does.
    @discardableResult
    public func fallDue() -> [Record] {
        commands += 1
        let applied = exchange.fallDue(at: exchange.time(wall: .epoch), nonce: nonce(commands))
        entries += applied
        return applied.map(\.record)
    }

    /// Asks the state as it stands.
    public func inspect<Value>(_ question: (borrowing Exchange) -> Value) -> Value { question(exchange) }

    /// Applies all that a generator has left, and shows it the records.
    public func run(_ generator: inout MarketGenerator) {
        while let next = generator.next() {
            for record in apply(next) { generator.observe(record) }
        }
    }

    public var records: [Record] { entries.map(\.record) }
    public var head: LogHead { exchange.head }
    public func stateHash() -> UInt64 { exchange.stateHash() }

    /// The journal of a whole generated market.
    public static func journal(seed: UInt64, sizes: MarketSizes = MarketSizes()) -> [JournalEntry] {
        let simulated = SimulatedExchange()
        var generator = MarketGenerator(seed: seed, sizes: sizes)
        simulated.run(&generator)
        return simulated.entries
    }

    private func nonce(_ number: Int64) -> Nonce {
        let seed = withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) }
        do throws(Reason) {
            return try Nonce(bytes: Digest.sha256(of: seed).bytes)
        } catch {
            preconditionFailure("a digest has 32 bytes")
        }
    }
}

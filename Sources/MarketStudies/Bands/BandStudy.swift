import Domain
import Records
import Simulation
import Trading

/// How often the band of fill times that is told when a demand comes to rest holds what it says: eight in ten.
public struct BandStudy: Hashable, Sendable {
    /// Demands that came to rest, those that a band could be told of, and those of them that were filled whole.
    public private(set) var rested: Int64 = 0
    public private(set) var told: Int64 = 0
    public private(set) var filled: Int64 = 0
    /// Of those filled: before the band, within it, after it.
    public private(set) var before: Int64 = 0
    public private(set) var within: Int64 = 0
    public private(set) var after: Int64 = 0

    public init() {}

    /// Folds a market's journal, and asks for the band of every demand when it first comes to rest.
    ///
    /// - Complexity: O(records + demands at rest × `FillTimeBand.mostDemands`).
    public init(_ market: SimulatedExchange) throws {
        var exchange = Exchange()
        var open: [DemandID: (band: FillTimeBand?, at: Stamp)] = [:]
        for entry in market.entries {
            try exchange.fold(entry)
            let stamp = entry.record.header.stamp
            for event in entry.record.events {
                switch event {
                case .demandRested(let id, _) where open[id] == nil:
                    open[id] = (exchange.fillTimeBand(of: id), stamp)
                case .demandClosed(let id, let reason):
                    guard let told = open.removeValue(forKey: id) else { continue }
                    note(told.band, seconds: stamp.seconds - told.at.seconds, isFilled: reason == nil)
                default: break
                }
            }
        }
        for told in open.values { note(told.band, seconds: 0, isFilled: false) }
    }

    private mutating func note(_ band: FillTimeBand?, seconds: Int64, isFilled: Bool) {
        rested += 1
        guard let band else { return }
        told += 1
        guard isFilled else { return }
        filled += 1
        if seconds < band.fromSeconds {
            before += 1
        } else if seconds <= band.untilSeconds {
            within += 1
        } else {
            after += 1
        }
    }

    /// Several markets' together.
    public static func + (left: BandStudy, right: BandStudy) -> BandStudy {
        var sum = left
        sum.rested += right.rested
        sum.told += right.told
        sum.filled += right.filled
        sum.before += right.before
        sum.within += right.within
        sum.after += right.after
        return sum
    }
}

extension BandStudy {
    /// A market's commands with its offers coming one by one among its demands, in drawn order, instead of all before
    /// them, and with every window so many hours later: so that demands wait for offers, some of them long.
    public static func waiting(_ commands: [GeneratedCommand], hours: Int64, seed: UInt64) -> [GeneratedCommand] {
        let isOffer = { (command: GeneratedCommand) in if case .listOffer = command.command { true } else { false } }
        let offers = drawn(commands.filter(isOffer), seed)
        let demands = commands.reduce(0) { if case .submitDemand = $1.command { $0 + 1 } else { $0 } }
        var (result, listed, seen): ([GeneratedCommand], Int, Int) = ([], 0, 0)
        for command in commands where !isOffer(command) {
            guard case .submitDemand(let terms) = command.command else {
                result.append(command)
                continue
            }
            seen += 1
            let until = offers.count * seen / max(1, demands)
            result += offers[listed..<until]
            listed = until
            result.append(GeneratedCommand(actor: command.actor, command: .submitDemand(terms.later(by: hours))))
        }
        return result
    }

    /// The same in another order, which the seed alone decides.
    private static func drawn(_ commands: [GeneratedCommand], _ seed: UInt64) -> [GeneratedCommand] {
        var random = SeededGenerator(seed: seed)
        let keys = commands.map { _ in random.next() }
        return commands.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { commands[$0] }
    }
}

extension DemandTerms {
    fileprivate func later(by hours: Int64) -> DemandTerms {
        guard let window = try? Window(window.start + hours, window.end + hours) else { return self }
        return (try? with(window: window)) ?? self
    }
}

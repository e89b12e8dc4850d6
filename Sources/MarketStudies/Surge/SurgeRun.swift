import Domain
import Records
import Simulation
import Trading

/// A burst under one reach: how much of it was served, when, and at what price.
///
/// Each buyer asks at once for the hours it wants, from the next full hour on; where nothing is free it asks again an hour
/// later for as many hours from then on, until its patience ends.
public struct SurgeRun: Sendable {
    /// How far every demand reaches.
    public let reach: ZoneLevel
    public let demands: Int64
    public private(set) var filled: Int64 = 0
    /// Seconds from a demand's first asking to its fill.
    public private(set) var waits = WaitTimes([])
    /// Demands filled whole by the end of each hour, the burst's first.
    public private(set) var filledByHour: [Int64] = []
    public private(set) var filledMilliUnitHours: Int64 = 0
    /// Capacity and transfer lines together, of all fills.
    public private(set) var paid = Money.zero

    /// - Parameter patience: hours in which a buyer asks, the first included; one at least.
    public init(_ script: SurgeScript, reach: ZoneLevel, patience: Int64) {
        self.reach = reach
        demands = Int64(script.burst.count)
        let market = SimulatedExchange()
        for command in script.opening { market.apply(command) }
        var (open, seconds): ([Int], [Int64]) = (Array(script.burst.indices), [])
        var now = Stamp.epoch
        for turn in 0..<patience {
            var left: [Int] = []
            for number in open {
                let (actor, terms, second) = script.burst[number]
                let at = Stamp(seconds: (script.hour + turn) * 3_600 + (turn == 0 ? second : 0))
                let start = script.hour + turn + 1
                guard let asked = terms.asked(reach, from: start) else { continue }
                if at != now {
                    market.apply(GeneratedCommand(actor: SimulatedActors.operators[0], command: .advanceClock(at)))
                    now = at
                }
                let records = market.apply(GeneratedCommand(actor: actor, command: .submitDemand(asked)))
                if note(records) {
                    seconds.append(at.seconds - (script.hour * 3_600 + second))
                } else {
                    left.append(number)
                }
            }
            open = left
            filledByHour.append(Int64(seconds.count))
        }
        filled = Int64(seconds.count)
        waits = WaitTimes(seconds)
    }

    /// Sums fills up; whether the demand was filled whole.
    private mutating func note(_ records: [Record]) -> Bool {
        var isWhole = false
        for event in records.flatMap(\.events) {
            switch event {
            case .filled(let fill):
                filledMilliUnitHours += fill.milliUnitHours
                paid += fill.capacity + fill.transfer
            case .demandClosed(_, nil): isWhole = true
            default: break
            }
        }
        return isWhole
    }

    /// Own money for a unit-hour, in micro-yuan, half-even; nil where nothing was filled.
    public var priceMicroYuan: Int64? { paid.perUnitHour(of: filledMilliUnitHours) }
}

extension DemandTerms {
    /// All of it at once or nothing, from an hour on.
    fileprivate func asked(_ level: ZoneLevel, from start: Hour) -> DemandTerms? {
        guard let window = try? Window(start, start + window.hours), let policy = try? FillPolicy(.fillOrKill) else {
            return nil
        }
        return try? with(
            window: window, reach: Reach(level: level, latencyMicrosecondsMost: reach.latencyMicrosecondsMost),
            policy: policy)
    }
}

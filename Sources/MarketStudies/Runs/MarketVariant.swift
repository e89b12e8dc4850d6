import Domain
import Records
import Simulation

/// The rules under which a market's commands are run once more: everything else stays as it was.
public struct MarketVariant: Hashable, Sendable {
    public let rule: PriceRule
    public let lane: Lane
    /// How far from home every demand reaches; nil leaves each as it is.
    public let reach: ZoneLevel?
    /// In the batch lane the nation clears every so many minutes, 1 ... 1,440, half of them after each multiple.
    public let batchMinutes: Int64

    public init(rule: PriceRule, lane: Lane, reach: ZoneLevel? = nil, batchMinutes: Int64 = 15) {
        self.rule = rule
        self.lane = lane
        self.reach = reach
        self.batchMinutes = batchMinutes
    }

    /// The command under these rules.
    func applied(to command: GeneratedCommand) -> GeneratedCommand {
        switch command.command {
        case .setPolicy(let policy):
            GeneratedCommand(actor: command.actor, command: .setPolicy(policy.with(rule: rule)))
        case .submitDemand(let terms):
            GeneratedCommand(actor: command.actor, command: .submitDemand(applied(to: terms)))
        default: command
        }
    }

    private func applied(to terms: DemandTerms) -> DemandTerms {
        let wider = reach.map {
            Reach(level: $0, latencyMicrosecondsMost: terms.reach.latencyMicrosecondsMost)
        }
        // Neither lane nor reach can make terms invalid.
        return (try? terms.with(reach: wider, lane: lane)) ?? terms
    }
}

extension MarketPolicy {
    fileprivate func with(rule: PriceRule) -> MarketPolicy {
        MarketPolicy(
            fee: fee, contestHours: contestHours, reportHours: reportHours, missedHoursToEnd: missedHoursToEnd,
            priceRule: rule)
    }
}

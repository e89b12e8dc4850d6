import Domain
import Records

/// The policy of safety, and how many orders each firm sent in the hour of the last one, where the policy asks.
struct SafetyRegister {
    private(set) var policy = SafetyPolicy.standard
    private(set) var version: Int64 = 0
    private(set) var hour: Hour = 0
    private(set) var orders: [PartyID: Int64] = [:]

    init() {}

    init(policy: SafetyPolicy, version: Int64, hour: Hour, orders: [PartyID: Int64]) {
        self.policy = policy
        self.version = version
        self.hour = hour
        self.orders = orders
    }

    /// Counting begins anew.
    mutating func set(_ policy: SafetyPolicy, version: Int64) {
        (self.policy, self.version) = (policy, version)
        orders = [:]
    }

    /// What a firm sent in the hour of a stamp.
    func orders(of party: PartyID, at stamp: Stamp) -> Int64 { stamp.hour == hour ? orders[party] ?? 0 : 0 }

    /// Counts a record, carried out or refused.
    mutating func count(_ header: RecordHeader, orders count: Int64) {
        guard policy.ordersPerHourMost != nil, count > 0, let party = header.actor.organisation else {
            return
        }
        if header.stamp.hour != hour {
            hour = header.stamp.hour
            orders.removeAll(keepingCapacity: true)
        }
        orders[party, default: 0] += count
    }
}

extension Command {
    /// How many orders it is. What adds to the market or changes it for more counts, a bundle by its lines: cancelling,
    /// delivery and money are never held up.
    var orders: Int64 {
        switch self {
        case .listOffer, .amendOffer, .submitDemand, .amendDemand, .quoteDemand: 1
        case .submitBundle(let terms): Int64(terms.lines.count)
        default: 0
        }
    }
}

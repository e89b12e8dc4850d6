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
    mutating func count(_ header: RecordHeader) {
        guard policy.ordersPerHourMost != nil, header.kind.isOrder, let party = header.actor.organisation else {
            return
        }
        if header.stamp.hour != hour {
            hour = header.stamp.hour
            orders.removeAll(keepingCapacity: true)
        }
        orders[party, default: 0] += 1
    }
}

extension CommandKind {
    /// What adds to the market or changes it for more: cancelling, delivery and money are never held up.
    var isOrder: Bool {
        switch self {
        case .listOffer, .amendOffer, .submitDemand, .amendDemand, .quoteDemand: true
        default: false
        }
    }
}

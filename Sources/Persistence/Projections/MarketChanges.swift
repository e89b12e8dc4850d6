import Domain
import Records

struct OfferRow: Sendable {
    var offer: Offer
    var reason: Reason?
    let sequence: Int64
}

/// What is nil did not change.
struct OfferChange: RowChange {
    var offer: Offer?
    var reason: Reason?

    init() {}
    init(offer: Offer? = nil, reason: Reason? = nil) {
        self.offer = offer
        self.reason = reason
    }

    func apply(to row: inout OfferRow) {
        row.offer = offer ?? row.offer
        row.reason = reason ?? row.reason
    }

    mutating func merge(_ later: OfferChange) {
        offer = later.offer ?? offer
        reason = later.reason ?? reason
    }
}

/// Where a demand stands.
enum DemandStanding: Sendable {
    case quoted
    case open
    case filled
    case closed(Reason)

    var state: String {
        switch self {
        case .quoted: "quoted"
        case .open: "open"
        case .filled: "filled"
        case .closed: "closed"
        }
    }

    var reason: String? {
        switch self {
        case .quoted, .open, .filled: nil
        case .closed(let reason): reason.code
        }
    }
}

struct DemandRow: Sendable {
    var demand: Demand
    var versions: PinnedVersions
    /// Grain-hours.
    var filled: Int64 = 0
    var own = Money.zero
    var lots = Money.zero
    var standing = DemandStanding.open
    var bundle: DemandID?
    let sequence: Int64
}

/// What is nil did not change.
struct DemandChange: RowChange {
    /// Added, in grain-hours.
    var filled: Int64 = 0
    var own: Money?
    var lots: Money?
    var standing: DemandStanding?
    var demand: Demand?
    var versions: PinnedVersions?

    init() {}
    init(demand: Demand, versions: PinnedVersions) {
        self.demand = demand
        self.versions = versions
    }
    /// A quote that was taken.
    init(taken: Demand) {
        demand = taken
        standing = .open
    }
    init(filled: Int64 = 0, own: Money? = nil, lots: Money? = nil, standing: DemandStanding? = nil) {
        self.filled = filled
        self.own = own
        self.lots = lots
        self.standing = standing
    }

    func apply(to row: inout DemandRow) {
        row.filled += filled
        row.own = own ?? row.own
        row.lots = lots ?? row.lots
        row.standing = standing ?? row.standing
        row.demand = demand ?? row.demand
        row.versions = versions ?? row.versions
    }

    mutating func merge(_ later: DemandChange) {
        filled += later.filled
        own = later.own ?? own
        lots = later.lots ?? lots
        standing = later.standing ?? standing
        demand = later.demand ?? demand
        versions = later.versions ?? versions
    }
}

struct LeaseRow: Sendable {
    let fill: Fill
    var change = LeaseChange()
    let sequence: Int64
}

/// Amounts are added; what is nil did not change.
struct LeaseChange: RowChange {
    var used: Int64 = 0
    var idle: Int64 = 0
    var missed: Int64 = 0
    var until: Int64?
    var matured: Int64 = 0
    var claimed: Int64 = 0
    var reason: Reason?
    var ended: Hour?
    var cut: Int64 = 0
    var sought: DemandID?

    init() {}
    init(_ cut: LeaseCut) {
        (reason, ended, self.cut, sought) = (cut.reason, cut.from, cut.quota, cut.sought)
    }
    init(
        used: Int64 = 0, idle: Int64 = 0, missed: Int64 = 0, until: Int64? = nil, matured: Int64 = 0,
        claimed: Int64 = 0, reason: Reason? = nil, ended: Hour? = nil
    ) {
        self.used = used
        self.idle = idle
        self.missed = missed
        self.until = until
        self.matured = matured
        self.claimed = claimed
        self.reason = reason
        self.ended = ended
    }

    func apply(to row: inout LeaseRow) { row.change.merge(self) }

    mutating func merge(_ later: LeaseChange) {
        used += later.used
        idle += later.idle
        missed += later.missed
        until = later.until ?? until
        matured += later.matured
        claimed += later.claimed
        reason = later.reason ?? reason
        ended = later.ended ?? ended
        cut += later.cut
        sought = later.sought ?? sought
    }
}

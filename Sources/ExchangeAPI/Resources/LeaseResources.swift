import Domain

public struct LeaseResource: Codable, Hashable, Sendable {
    public let id: LeaseID
    public let buyer: PartyID
    public let provider: PartyID
    /// Milli-unit-seconds: quota = used + idle + missed + cut + what is to come.
    public let quotaMilliSeconds: Int64
    public let usedMilliSeconds: Int64
    public let idleMilliSeconds: Int64
    public let missedMilliSeconds: Int64
    /// No longer owed.
    public let cutMilliSeconds: Int64
    /// Up to when every second has an outcome.
    public let deliveredUntil: Instant
    public let maturedFen: Int64
    public let claimedFen: Int64
    /// Why and from which hour it ended early.
    public let reason: ReasonCode?
    public let endedAt: WholeHour?
    /// The demand that looked elsewhere for what was cut.
    public let sought: DemandID?

    public init(
        id: LeaseID, buyer: PartyID, provider: PartyID, quota: Int64, used: Int64, idle: Int64, missed: Int64,
        cut: Int64,
        deliveredUntilSecond: Int64, matured: Money, claimed: Money, reason: Reason?, endedHour: Hour?,
        sought: DemandID?
    ) {
        self.id = id
        self.buyer = buyer
        self.provider = provider
        quotaMilliSeconds = quota
        usedMilliSeconds = used
        idleMilliSeconds = idle
        missedMilliSeconds = missed
        cutMilliSeconds = cut
        deliveredUntil = Instant(Stamp(seconds: deliveredUntilSecond))
        maturedFen = matured.fen
        claimedFen = claimed.fen
        self.reason = reason.map(ReasonCode.init)
        endedAt = endedHour.map(WholeHour.init)
        self.sought = sought
    }
}

public struct DeliveryResource: Codable, Hashable, Sendable {
    public let from: Instant
    public let until: Instant
    public let usedMilliSeconds: Int64
    public let idleMilliSeconds: Int64
    public let missedMilliSeconds: Int64
    /// Left out where the provider reported it.
    public let reason: ReasonCode?
    public let sequence: Int64

    public init(
        fromSecond: Int64, untilSecond: Int64, used: Int64, idle: Int64, missed: Int64, reason: Reason?,
        sequence: Int64
    ) {
        from = Instant(Stamp(seconds: fromSecond))
        until = Instant(Stamp(seconds: untilSecond))
        usedMilliSeconds = used
        idleMilliSeconds = idle
        missedMilliSeconds = missed
        self.reason = reason.map(ReasonCode.init)
        self.sequence = sequence
    }
}

/// What one source of a fill paid, and where that is now.
public struct StatementLineBody: Codable, Hashable, Sendable {
    /// `own`, `transfer`, or a lot as `lot-3`.
    public let source: String
    public let funder: Int64?
    public let amountFen: Int64
    public let escrowFen: Int64
    public let earnedFen: Int64
    public let refundedFen: Int64
    public let feeFen: Int64
    public let waitingFen: Int64
    public let paidFen: Int64
    public let claimableFen: Int64
    public let claimedFen: Int64
    /// As `partly_claimed`.
    public let claimState: String

    public init(
        source: String, funder: Int64?, amount: Money, escrow: Money, earned: Money, refunded: Money, fee: Money,
        waiting: Money, paid: Money, claimable: Money, claimed: Money, claimState: String
    ) {
        self.source = source
        self.funder = funder
        amountFen = amount.fen
        escrowFen = escrow.fen
        earnedFen = earned.fen
        refundedFen = refunded.fen
        feeFen = fee.fen
        waitingFen = waiting.fen
        paidFen = paid.fen
        claimableFen = claimable.fen
        claimedFen = claimed.fen
        self.claimState = claimState
    }
}

/// A fill as its provider sees it.
public struct FillStatementBody: Codable, Hashable, Sendable {
    public let lease: LeaseID
    public let demand: DemandID
    public let buyer: PartyID
    public let usedMilliSeconds: Int64
    public let idleMilliSeconds: Int64
    public let missedMilliSeconds: Int64
    public let undeliveredMilliSeconds: Int64
    public let lines: [StatementLineBody]

    public init(
        lease: LeaseID, demand: DemandID, buyer: PartyID, used: Int64, idle: Int64, missed: Int64,
        undelivered: Int64, lines: [StatementLineBody]
    ) {
        self.lease = lease
        self.demand = demand
        self.buyer = buyer
        usedMilliSeconds = used
        idleMilliSeconds = idle
        missedMilliSeconds = missed
        undeliveredMilliSeconds = undelivered
        self.lines = lines
    }
}

/// All fills of a provider. It foots where its sums are what the ledger says.
public struct StatementResource: Codable, Hashable, Sendable {
    public let provider: PartyID
    public let foots: Bool
    public let items: [FillStatementBody]
    public let next: String?

    public init(provider: PartyID, foots: Bool, items: [FillStatementBody], next: String?) {
        self.provider = provider
        self.foots = foots
        self.items = items
        self.next = next
    }
}

import Domain

/// The answer to a command that was carried out: its record, and what it made.
public struct CommandReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    /// What was made or changed, as `party-4`.
    public let id: String?
    /// The version, of what has versions.
    public let version: Int64?

    public init(sequence: Int64, at: Stamp, id: String? = nil, version: Int64? = nil) {
        self.sequence = sequence
        self.at = Instant(at)
        self.id = id
        self.version = version
    }
}

/// The answer to a listing or an amendment: the offer, and what it was sold of at once.
public struct OfferReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let id: OfferID
    public let fills: [FillResource]

    public init(sequence: Int64, at: Stamp, id: OfferID, fills: [FillResource]) {
        self.sequence = sequence
        self.at = Instant(at)
        self.id = id
        self.fills = fills
    }
}

/// The answer to a planned withdrawal: the leases that were cut, and what was sold at once of the capacity that stays.
public struct WithdrawalReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let id: OfferID
    public let cut: [CutLease]
    public let fills: [FillResource]

    public init(sequence: Int64, at: Stamp, id: OfferID, cut: [CutLease], fills: [FillResource]) {
        self.sequence = sequence
        self.at = Instant(at)
        self.id = id
        self.cut = cut
        self.fills = fills
    }
}

/// A lease that is owed only until an hour from now on.
public struct CutLease: Codable, Hashable, Sendable {
    public let lease: LeaseID
    public let from: WholeHour
    public let quotaMilliSeconds: Int64
    public let reason: ReasonCode

    public init(lease: LeaseID, from: Hour, quota: Int64, reason: Reason) {
        self.lease = lease
        self.from = WholeHour(from)
        quotaMilliSeconds = quota
        self.reason = ReasonCode(reason)
    }
}

/// The answer to a demand or an amendment: what it got at once, what rests, what it holds.
public struct DemandReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let id: DemandID
    public let state: Named<OrderState>
    /// Why the residual was given up.
    public let reason: ReasonCode?
    public let openMilli: Int64
    public let heldOwnFen: Int64
    public let heldLotsFen: Int64
    public let fills: [FillResource]

    public init(
        sequence: Int64, at: Stamp, id: DemandID, state: OrderState, reason: Reason?, open: Quantity,
        heldOwn: Money, heldLots: Money, fills: [FillResource]
    ) {
        self.sequence = sequence
        self.at = Instant(at)
        self.id = id
        self.state = Named(state)
        self.reason = reason.map(ReasonCode.init)
        openMilli = open.milli
        heldOwnFen = heldOwn.fen
        heldLotsFen = heldLots.fen
        self.fills = fills
    }
}

/// The answer to the end of several demands or offers at once: which they were, in the order of the record.
public struct ScopeReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    /// As `demand-4`.
    public let ids: [String]

    public init(sequence: Int64, at: Stamp, ids: [String]) {
        self.sequence = sequence
        self.at = Instant(at)
        self.ids = ids
    }
}

/// The answer to an application: what was granted, and why.
public struct VoucherReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let programme: ProgrammeID
    public let version: Int64
    public let grantedFen: Int64
    /// Where anything was granted.
    public let lot: LotID?
    public let expiresAt: Instant?
    public let trace: [TraceBody]

    public init(
        sequence: Int64, at: Stamp, programme: ProgrammeID, version: Int64, granted: Money, lot: LotID?,
        expiresAt: Stamp?, trace: [TraceStep]
    ) {
        self.sequence = sequence
        self.at = Instant(at)
        self.programme = programme
        self.version = version
        grantedFen = granted.fen
        self.lot = lot
        self.expiresAt = expiresAt.map(Instant.init)
        self.trace = trace.map(TraceBody.init)
    }
}

/// The answer to a claim: the amounts claimed, source by source.
public struct ClaimReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let id: LeaseID
    public let claimedFen: Int64
    public let parts: [LotShareBody]

    public init(sequence: Int64, at: Stamp, id: LeaseID, parts: [LotShareBody]) {
        self.sequence = sequence
        self.at = Instant(at)
        self.id = id
        claimedFen = parts.reduce(0) { $0 + $1.amountFen }
        self.parts = parts
    }
}

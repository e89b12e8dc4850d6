import Domain

public struct ProgrammeVersionBody: Codable, Hashable, Sendable {
    public let version: Int64
    public let proposer: PersonID
    /// The second person, once there is one.
    public let approver: PersonID?
    public let definition: ProgrammeBody

    public init(version: Int64, proposer: PersonID, approver: PersonID?, definition: ProgrammeDefinition) {
        self.version = version
        self.proposer = proposer
        self.approver = approver
        self.definition = ProgrammeBody(definition)
    }
}

public struct ProgrammeResource: Codable, Hashable, Sendable {
    public let id: ProgrammeID
    public let code: Symbol
    /// The version in force, once there is one.
    public let liveVersion: Int64?
    public let versions: [ProgrammeVersionBody]

    public init(id: ProgrammeID, code: Symbol, liveVersion: Int64?, versions: [ProgrammeVersionBody]) {
        self.id = id
        self.code = code
        self.liveVersion = liveVersion
        self.versions = versions
    }
}

public enum LotState: String, CaseIterable, Sendable {
    case live
    case expired
}

public struct LotResource: Codable, Hashable, Sendable {
    public let id: LotID
    public let programme: ProgrammeID
    public let programmeVersion: Int64
    public let holder: PartyID
    public let faceFen: Int64
    /// The face by funder.
    public let facesFen: [Int64]
    public let freeFen: Int64
    public let heldFen: Int64
    public let issuedAt: Instant
    /// Exclusive.
    public let expiresAt: Instant
    public let state: Named<LotState>
    /// What was left at its expiry, and where that went.
    public let expiredFen: Int64?
    public let expiredTo: Named<BreakageTo>?

    public init(_ lot: Lot, free: Money, held: Money, expired: Money?, expiredTo: BreakageTo?) {
        id = lot.id
        programme = lot.programme
        programmeVersion = lot.programmeVersion
        holder = lot.holder
        faceFen = lot.face.fen
        facesFen = lot.faces.map(\.fen)
        freeFen = free.fen
        heldFen = held.fen
        issuedAt = Instant(lot.issuedAt)
        expiresAt = Instant(lot.expiresAt)
        state = Named(expired == nil ? .live : .expired)
        expiredFen = expired?.fen
        self.expiredTo = expiredTo.map(Named.init)
    }
}

/// What a party has, by the words of the ledger.
public struct WalletResource: Codable, Hashable, Sendable {
    public let party: PartyID
    public let freeFen: Int64
    public let heldFen: Int64
    public let escrowFen: Int64
    /// Earned and not yet free to pay out.
    public let earnedFen: Int64
    public let vouchers: [VoucherBalance]

    public init(
        party: PartyID, free: Money, held: Money, escrow: Money, earned: Money, vouchers: [VoucherBalance]
    ) {
        self.party = party
        freeFen = free.fen
        heldFen = held.fen
        escrowFen = escrow.fen
        earnedFen = earned.fen
        self.vouchers = vouchers
    }
}

/// A party's part of one programme, over its funders.
public struct VoucherBalance: Codable, Hashable, Sendable {
    public let programme: ProgrammeID
    public let freeFen: Int64
    public let heldFen: Int64
    public let escrowFen: Int64
    /// Earned and not yet claimed.
    public let earnedFen: Int64
    public let claimedFen: Int64

    public init(programme: ProgrammeID, free: Money, held: Money, escrow: Money, earned: Money, claimed: Money) {
        self.programme = programme
        freeFen = free.fen
        heldFen = held.fen
        escrowFen = escrow.fen
        earnedFen = earned.fen
        claimedFen = claimed.fen
    }
}

/// One step of a trace.
public struct TraceBody: Codable, Hashable, Sendable {
    public let phase: Named<EvaluationPhase>
    public let rule: Symbol?
    public let input: Int64
    public let output: Int64
    public let reason: ReasonCode?

    public init(_ step: TraceStep) {
        phase = Named(step.phase)
        rule = step.rule
        input = step.input
        output = step.output
        reason = step.reason.map(ReasonCode.init)
    }
}

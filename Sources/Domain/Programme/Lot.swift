/// The phases of an evaluation, in their fixed order.
public enum EvaluationPhase: UInt8, Sendable, CaseIterable, Comparable {
    case eligibility
    case eligibleBase
    case proRating
    case rate
    case contractCap
    case periodCap
    case crossProgrammeCap
    case pot
    case rounding

    public static func < (left: EvaluationPhase, right: EvaluationPhase) -> Bool { left.rawValue < right.rawValue }
}

/// One step of a trace: what a rule was given and what it made of it, in fen (a rate step: basis points in).
public struct TraceStep: Hashable, Sendable {
    public let phase: EvaluationPhase
    /// The clause, tier or cap of the definition; nil where the phase itself speaks.
    public let rule: Symbol?
    public let input: Int64
    public let output: Int64
    /// Why the amount ended here, where it did.
    public let reason: Reason?

    public init(phase: EvaluationPhase, rule: Symbol?, input: Int64, output: Int64, reason: Reason? = nil) {
        self.phase = phase
        self.rule = rule
        self.input = input
        self.output = output
        self.reason = reason
    }
}

/// A voucher lot as issued: a ceiling on what a programme pays for one party. Its remaining value is
/// kept by `Programmes` and, as free and held, by the ledger.
public struct Lot: Hashable, Sendable {
    public let id: LotID
    public let programme: ProgrammeID
    public let programmeVersion: Int64
    public let holder: PartyID
    /// The face by funder, in the order of the definition.
    public let faces: [Money]
    public let issuedAt: Stamp
    /// Exclusive.
    public let expiresAt: Stamp

    public init(
        id: LotID, programme: ProgrammeID, programmeVersion: Int64, holder: PartyID, faces: [Money], issuedAt: Stamp,
        expiresAt: Stamp
    ) {
        self.id = id
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.holder = holder
        self.faces = faces
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }

    public var face: Money { faces.reduce(.zero, +) }
}

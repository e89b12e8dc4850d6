import Domain
import Records

/// What posting rules ask of a lot: whose money it is, and what a split with it means.
public struct LotTerms: Hashable, Sendable {
    public let programme: ProgrammeID
    public let mode: ProgrammeMode

    public init(programme: ProgrammeID, mode: ProgrammeMode) {
        self.programme = programme
        self.mode = mode
    }

    /// One funder's part of the programme.
    public func asset(funder: Int64) -> Asset { .programme(programme, funder: funder) }
}

/// Finds a lot's terms.
public typealias LotLookup = (LotID) -> LotTerms

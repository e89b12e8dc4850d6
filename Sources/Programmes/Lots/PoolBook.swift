import Domain

/// What each programme's pool can still issue, by funder.
public struct PoolBook: Hashable, Sendable {
    private var available: [ProgrammeID: [Money]] = [:]

    public init() {}

    /// By funder in the order of the definition; empty where nothing was authorised.
    public func available(_ programme: ProgrammeID) -> [Money] { available[programme] ?? [] }

    /// The largest face of which every funder has its part.
    public func issuable(_ programme: ProgrammeID, definition: ProgrammeDefinition) -> Money {
        let parts = available(programme)
        return parts.count == definition.funders.count ? definition.largestFace(available: parts) : .zero
    }

    /// Adds an authorisation, or value that came back. Errors: `programmeInvalid` where the number of funders
    /// differs from before.
    public mutating func add(_ amounts: [Money], to programme: ProgrammeID) throws(Reason) {
        let before = available[programme] ?? .zeros(amounts.count)
        guard before.count == amounts.count else { throw .programmeInvalid }
        available[programme] = before.plus(amounts)
    }

    /// Takes a lot's faces out of the pool, all funders' parts or none. Errors: `poolInsufficient`.
    public mutating func issue(_ faces: [Money], from programme: ProgrammeID) throws(Reason) {
        let before = available(programme)
        guard before.count == faces.count, zip(before, faces).allSatisfy({ $0 >= $1 }) else {
            throw .poolInsufficient
        }
        available[programme] = before.minus(faces)
    }
}

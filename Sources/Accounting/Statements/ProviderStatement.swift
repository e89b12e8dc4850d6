import Domain
import Records

/// All that a provider's fills came to, with the proof that it foots to the ledger.
public struct ProviderStatement: Hashable, Sendable {
    public let provider: PartyID
    /// In the order of the leases given.
    public let fills: [FillStatement]
    /// Where the provider's accounts differ from the sum of the fills; empty, or it is our fault.
    public let differences: [FootingDifference]

    /// - Parameter leases: all in which the party takes part, as provider or (for what it claims of its own
    ///   purchases) as buyer. Complexity: O(leases × shares + accounts).
    public init(_ provider: PartyID, leases: [LeaseAccount], ledger: Ledger) {
        self.provider = provider
        fills = leases.filter { $0.provider == provider }.map(FillStatement.init)
        differences = Footing(leases).differences(from: ledger, of: .party(provider))
    }

    public var foots: Bool { differences.isEmpty }

    public func sum(_ part: KeyPath<StatementLine, Money>) -> Money {
        fills.reduce(.zero) { $0 + $1.sum(part) }
    }
}

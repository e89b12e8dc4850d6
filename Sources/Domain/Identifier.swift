/// What a kind of thing is called in identifiers that people see, as `offer` in `offer-17`.
public protocol Identified {
    static var identifierPrefix: String { get }
}

/// The number of one thing of a kind, given by the exchange in order from 1.
public struct Identifier<Kind: Identified>: Hashable, Comparable, Sendable {
    public let number: Int64

    @inlinable
    public init(_ number: Int64) { self.number = number }

    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Identifier: CustomStringConvertible {
    public var description: String { "\(Kind.identifierPrefix)-\(number)" }

    /// Reads what `description` writes. Errors: `identifierInvalid`.
    public init(_ text: String) throws(Reason) {
        let prefix = Kind.identifierPrefix + "-"
        guard text.hasPrefix(prefix) else { throw .identifierInvalid }
        let digits = text.utf8.dropFirst(prefix.utf8.count)
        guard (1...18).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { throw .identifierInvalid }
        number = digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
}

public enum PartyKind: Identified { public static let identifierPrefix = "party" }
public enum PersonKind: Identified { public static let identifierPrefix = "person" }
public enum KeyKind: Identified { public static let identifierPrefix = "key" }
public enum ZoneKind: Identified { public static let identifierPrefix = "zone" }
public enum InstanceTypeKind: Identified { public static let identifierPrefix = "type" }
public enum OfferKind: Identified { public static let identifierPrefix = "offer" }
public enum DemandKind: Identified { public static let identifierPrefix = "demand" }
public enum FillKind: Identified { public static let identifierPrefix = "fill" }
public enum LeaseKind: Identified { public static let identifierPrefix = "lease" }
public enum ProgrammeKind: Identified { public static let identifierPrefix = "programme" }
public enum LotKind: Identified { public static let identifierPrefix = "lot" }
public enum AccountKind: Identified { public static let identifierPrefix = "account" }
public enum BatchKind: Identified { public static let identifierPrefix = "batch" }
public enum PayoutKind: Identified { public static let identifierPrefix = "payout" }

public typealias PartyID = Identifier<PartyKind>
public typealias PersonID = Identifier<PersonKind>
public typealias KeyID = Identifier<KeyKind>
public typealias ZoneID = Identifier<ZoneKind>
public typealias InstanceTypeID = Identifier<InstanceTypeKind>
public typealias OfferID = Identifier<OfferKind>
public typealias DemandID = Identifier<DemandKind>
public typealias FillID = Identifier<FillKind>
/// A fill becomes one lease, which carries the fill's number.
public typealias LeaseID = Identifier<LeaseKind>
public typealias ProgrammeID = Identifier<ProgrammeKind>
public typealias LotID = Identifier<LotKind>
public typealias AccountID = Identifier<AccountKind>
public typealias BatchID = Identifier<BatchKind>
public typealias PayoutID = Identifier<PayoutKind>

/// Levels of the zone tree, from the widest.
public enum ZoneLevel: UInt8, Sendable, CaseIterable, Comparable {
    case nation
    case hub
    /// A province or a data-centre cluster.
    case province
    case city
    case edge

    public static func < (left: ZoneLevel, right: ZoneLevel) -> Bool { left.rawValue < right.rawValue }
}

/// A node of the zone tree: nation → hub → province or cluster → city → edge site.
public struct Zone: Hashable, Sendable {
    public let id: ZoneID
    public let code: Symbol
    public let name: Label
    public let nameEnglish: Label
    public let level: ZoneLevel
    /// The node above, of a wider level; nil at the nation.
    public let parent: ZoneID?

    public init(id: ZoneID, code: Symbol, name: Label, nameEnglish: Label, level: ZoneLevel, parent: ZoneID?) {
        self.id = id
        self.code = code
        self.name = name
        self.nameEnglish = nameEnglish
        self.level = level
        self.parent = parent
    }
}

/// What a transfer tariff does.
public enum TariffKind: UInt8, Sendable, CaseIterable {
    /// A line on the fill, paid with own money to the link's network account.
    case charge
    /// Ranks only: nothing is posted, and the limit does not see it.
    case policy
}

/// What it takes to serve a demand at home in `from` out of an offer in `to`.
///
/// A pair without a link of its own has that of the closest pair of ancestors that has one
/// (fewest steps up in total, then fewest steps up from `to`); without any, the latency is
/// unknown and the tariff zero. A zone reaches itself in zero latency unless a link says otherwise.
public struct Link: Hashable, Sendable {
    public let from: ZoneID
    public let to: ZoneID
    /// One way.
    public let latencyMicroseconds: Int64
    public let tariff: UnitPrice
    public let tariffKind: TariffKind

    public init(from: ZoneID, to: ZoneID, latencyMicroseconds: Int64, tariff: UnitPrice, tariffKind: TariffKind) {
        self.from = from
        self.to = to
        self.latencyMicroseconds = latencyMicroseconds
        self.tariff = tariff
        self.tariffKind = tariffKind
    }
}

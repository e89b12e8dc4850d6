import Domain

public struct ZoneResource: Codable, Hashable, Sendable {
    public let id: ZoneID
    public let code: Symbol
    public let name: Label
    public let nameEnglish: Label
    public let level: Named<ZoneLevel>
    public let parent: ZoneID?

    public init(_ zone: Zone) {
        id = zone.id
        code = zone.code
        name = zone.name
        nameEnglish = zone.nameEnglish
        level = Named(zone.level)
        parent = zone.parent
    }
}

public struct NetworkResource: Codable, Hashable, Sendable {
    /// 0 before the first is published.
    public let version: Int64
    public let links: [LinkBody]

    public init(version: Int64, links: [Link]) {
        self.version = version
        self.links = links.map(LinkBody.init)
    }
}

public struct ConversionResource: Codable, Hashable, Sendable {
    public let version: Int64
    public let chips: [ChipBody]

    public init(version: Int64, chips: [Chip]) {
        self.version = version
        self.chips = chips.map(ChipBody.init)
    }
}

/// A unit of an instance type in SCU at a precision, by a version of the conversion table.
public struct UnitConversionBody: Codable, Hashable, Sendable {
    public let version: Int64
    public let precision: Named<Precision>
    /// The chip's dense rate in that version.
    public let milliTeraflops: Int64
    /// Dense rate × chips a unit / 312 TFLOPS, half-even once; left out where that is nothing or too much to count.
    public let milliScuPerUnit: Int64?
}

/// GET /v1/instance-types/{id}/conversion: what a unit is in SCU, from the oldest version that knows its chip on.
public struct TypeConversionResource: Codable, Hashable, Sendable {
    public let id: InstanceTypeID
    public let chip: Symbol?
    public let chipsMilli: Int64
    public let items: [UnitConversionBody]

    public init(_ type: InstanceType, _ tables: [ConversionTable]) {
        id = type.id
        chip = type.terms.chip
        chipsMilli = type.terms.chipsMilli
        items = tables.flatMap { table in
            (type.terms.chip.flatMap { table.chip($0) }?.rates ?? []).map { rate in
                UnitConversionBody(
                    version: table.version, precision: Named(rate.precision), milliTeraflops: rate.milliTeraflops,
                    milliScuPerUnit: table.milliScu(of: type.terms, at: rate.precision))
            }
        }
    }
}

public struct PolicyResource: Codable, Hashable, Sendable {
    public let version: Int64
    public let policy: PolicyBody

    public init(version: Int64, policy: PolicyBody) {
        self.version = version
        self.policy = policy
    }
}

public struct InstanceTypeResource: Codable, Hashable, Sendable {
    public let id: InstanceTypeID
    public let terms: InstanceTypeBody

    public init(_ type: InstanceType) {
        id = type.id
        terms = InstanceTypeBody(type.terms)
    }
}

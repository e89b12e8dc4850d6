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

/// The sectors of the size standard of 2011 (MIIT joint enterprise document 300 of 2011).
public enum Sector: UInt8, Sendable, CaseIterable {
    case industry
    case software
    case informationTransmission
    case wholesale
    case retail
    case construction
    case transport
    case warehousing
    case postal
    case accommodation
    case catering
    case propertyManagement
    case leasingAndBusiness
    case realEstate
    case agriculture
    case other
}

/// Size classes of the same standard. The classifier is in `Programmes`.
public enum FirmSize: UInt8, Sendable, CaseIterable {
    case micro
    case small
    case medium
    case large
}

/// The facts about a firm that rules test.
public struct FirmProfile: Hashable, Sendable {
    /// Code of the province or city of registration, as `beijing`.
    public var region: Symbol { content.value.region }
    public var sector: Sector { content.value.sector }
    public var staff: Int64 { content.value.staff }
    public var revenue: Money { content.value.revenue }
    public var assets: Money { content.value.assets }
    public var founded: CivilDate { content.value.founded }
    /// Facts proven at admission, as `start-up` or `one-person`, in ascending order.
    public var attributes: [Symbol] { content.value.attributes }

    private struct Content: Hashable {
        let region: Symbol
        let sector: Sector
        let staff: Int64
        let revenue: Money
        let assets: Money
        let founded: CivilDate
        let attributes: [Symbol]
    }

    private let content: Shared<Content>

    public init(
        region: Symbol, sector: Sector, staff: Int64, revenue: Money, assets: Money, founded: CivilDate,
        attributes: [Symbol] = []
    ) {
        content = Shared(
            Content(
                region: region, sector: sector, staff: staff, revenue: revenue, assets: assets, founded: founded,
                attributes: attributes.sorted()))
    }
}

/// What identifies a party.
public enum PartyIdentity: Hashable, Sendable {
    case firm(CreditCode)
    case individualBusiness(CreditCode)
    /// A natural person: a salted commitment to the identity number, and a hash of it keyed
    /// outside the database that serves equality only.
    case person(commitment: Commitment, equality: Commitment)
}

/// What a party asks to be admitted with.
public struct PartyRegistration: Hashable, Sendable {
    public var identity: PartyIdentity { content.value.identity }
    /// Commitment to the name; the name itself is erasable text.
    public var name: Commitment { content.value.name }
    public var profile: FirmProfile { content.value.profile }
    public var buys: Bool { content.value.buys }
    public var provides: Bool { content.value.provides }

    private struct Content: Hashable {
        let identity: PartyIdentity
        let name: Commitment
        let profile: FirmProfile
        let buys: Bool
        let provides: Bool
    }

    private let content: Shared<Content>

    public init(identity: PartyIdentity, name: Commitment, profile: FirmProfile, buys: Bool, provides: Bool) {
        content = Shared(
            Content(identity: identity, name: name, profile: profile, buys: buys, provides: provides))
    }

    /// The credit code of a firm or individual business.
    public var creditCode: CreditCode? {
        switch identity {
        case .firm(let code), .individualBusiness(let code): code
        case .person: nil
        }
    }
}

/// A directed share: `owner` holds `share` of `owned`.
public struct Ownership: Hashable, Sendable {
    public let owner: PartyID
    public let owned: PartyID
    public let share: BasisPoints

    public init(owner: PartyID, owned: PartyID, share: BasisPoints) {
        self.owner = owner
        self.owned = owned
        self.share = share
    }
}

/// How two parties are related otherwise than by shares.
public enum RelationKind: UInt8, Sendable, CaseIterable {
    case controlByAgreement
    case jointControl
    case significantInfluence
    case commonControl
    case keyManager
    case closeFamily
}

import Domain

/// What a party is, in law.
public enum PartyForm: String, CaseIterable, Sendable {
    case firm
    case individualBusiness
    case person
}

/// The facts about a firm that rules test.
public struct ProfileBody: Codable, Hashable, Sendable {
    public let region: Symbol
    public let sector: Named<Sector>
    public let staff: Int64
    public let revenueFen: Int64
    public let assetsFen: Int64
    public let founded: CivilDate
    /// Facts proven at admission; at most 64.
    public let attributes: [Symbol]?

    public init(_ profile: FirmProfile) {
        region = profile.region
        sector = Named(profile.sector)
        staff = profile.staff
        revenueFen = profile.revenue.fen
        assetsFen = profile.assets.fen
        founded = profile.founded
        attributes = profile.attributes.isEmpty ? nil : profile.attributes
    }

    /// Errors: `valueOutOfRange`.
    public func profile() throws(DoorFault) -> FirmProfile {
        let revenue = try bounded("revenue_fen", revenueFen, in: 0...Money.most.fen)
        let assets = try bounded("assets_fen", assetsFen, in: 0...Money.most.fen)
        return FirmProfile(
            region: region, sector: sector.value, staff: try bounded("staff", staff, in: 0...100_000_000),
            revenue: Money(fen: revenue), assets: Money(fen: assets), founded: founded,
            attributes: try parts("attributes", attributes ?? [], most: 64) { symbol in symbol })
    }
}

/// POST /v1/parties. The identity number and the name are kept as commitments; the name's text can be erased.
public struct PartyRequest: Codable, Hashable, Sendable {
    public let form: Named<PartyForm>
    /// Of a firm or individual business.
    public let creditCode: CreditCode?
    /// Of a person.
    public let identityNumber: String?
    public let name: Label
    public let profile: ProfileBody
    public let buys: Bool
    public let provides: Bool

    public init(
        form: PartyForm, creditCode: CreditCode? = nil, identityNumber: String? = nil, name: Label,
        profile: FirmProfile, buys: Bool, provides: Bool
    ) {
        self.form = Named(form)
        self.creditCode = creditCode
        self.identityNumber = identityNumber
        self.name = name
        self.profile = ProfileBody(profile)
        self.buys = buys
        self.provides = provides
    }

    /// What a party is known by, before the door has made commitments of it.
    public enum Identity: Hashable, Sendable {
        case firm(CreditCode)
        case individualBusiness(CreditCode)
        case person(IdentityNumber)
    }

    /// Errors: `missingMember`, `identityNumberInvalid`, `identityNumberCheckDigit`, `unknownMember` (a member that
    /// belongs to another form).
    public func identity() throws(DoorFault) -> Identity {
        switch form.value {
        case .firm: return .firm(try code())
        case .individualBusiness: return .individualBusiness(try code())
        case .person:
            guard creditCode == nil else { throw DoorFault(.unknownMember, at: "/credit_code") }
            guard let identityNumber else { throw DoorFault(.missingMember, at: "/identity_number") }
            return .person(try member("identity_number") { () throws(Reason) in try IdentityNumber(identityNumber) })
        }
    }

    private func code() throws(DoorFault) -> CreditCode {
        guard identityNumber == nil else { throw DoorFault(.unknownMember, at: "/identity_number") }
        guard let creditCode else { throw DoorFault(.missingMember, at: "/credit_code") }
        return creditCode
    }
}

/// POST /v1/ownerships.
public struct OwnershipRequest: Codable, Hashable, Sendable {
    public let owner: PartyID
    public let owned: PartyID
    public let shareBasisPoints: Int64

    public init(_ ownership: Ownership) {
        owner = ownership.owner
        owned = ownership.owned
        shareBasisPoints = ownership.share.value
    }

    /// Errors: `rateOutOfRange`.
    public func ownership() throws(DoorFault) -> Ownership {
        let share = try member("share_basis_points") { () throws(Reason) in try BasisPoints(shareBasisPoints) }
        return Ownership(owner: owner, owned: owned, share: share)
    }
}

/// POST /v1/relations.
public struct RelationRequest: Codable, Hashable, Sendable {
    public let kind: Named<RelationKind>
    public let first: PartyID
    public let second: PartyID

    public init(_ kind: RelationKind, _ first: PartyID, _ second: PartyID) {
        self.kind = Named(kind)
        self.first = first
        self.second = second
    }
}

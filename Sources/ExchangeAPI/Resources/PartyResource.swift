import Domain

/// A party. Who is neither the party itself nor an officer sees admitted providers only, without profile and approvals.
public struct PartyResource: Codable, Hashable, Sendable {
    public let id: PartyID
    public let form: Named<PartyForm>
    public let creditCode: CreditCode?
    /// Left out once erased.
    public let name: String?
    public let buys: Bool
    public let provides: Bool
    public let admitted: Bool
    public let profile: ProfileBody?
    /// The persons who approved the admission.
    public let approvals: [PersonID]?

    public init(
        id: PartyID, registration: PartyRegistration, name: String?, admitted: Bool, approvals: [PersonID],
        isPublicView: Bool
    ) {
        self.id = id
        switch registration.identity {
        case .firm: form = Named(.firm)
        case .individualBusiness: form = Named(.individualBusiness)
        case .person: form = Named(.person)
        }
        creditCode = registration.creditCode
        self.name = name
        buys = registration.buys
        provides = registration.provides
        self.admitted = admitted
        profile = isPublicView ? nil : ProfileBody(registration.profile)
        self.approvals = isPublicView ? nil : approvals
    }
}

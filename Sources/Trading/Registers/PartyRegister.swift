import Domain
import Programmes
import Records

/// A party as the exchange knows it.
struct PartyEntry {
    let id: PartyID
    let registration: PartyRegistration
    let applicant: ApplicantFacts
    var approvals: [PersonID] = []
    var admitted = false

    init(_ id: PartyID, _ registration: PartyRegistration) {
        self.id = id
        self.registration = registration
        applicant = ApplicantFacts(party: id, registration: registration)
    }

    var size: FirmSize { applicant.size }
}

/// Parties, their admission and their relations.
struct PartyRegister {
    private(set) var entries: [PartyEntry] = []
    private(set) var relations = RelationGraph()
    private var byIdentity: [PartyIdentity: PartyID] = [:]

    func entry(_ id: PartyID) -> PartyEntry? { entries.entry(id.number) }
    func party(identity: PartyIdentity) -> PartyID? { byIdentity[PartyRegister.key(identity)] }

    mutating func add(_ id: PartyID, _ registration: PartyRegistration) {
        entries.append(PartyEntry(id, registration))
        byIdentity[PartyRegister.key(registration.identity)] = id
    }

    mutating func approve(_ id: PartyID, by person: PersonID) { entries[Int(id.number) - 1].approvals.append(person) }
    mutating func admit(_ id: PartyID) { entries[Int(id.number) - 1].admitted = true }
    mutating func record(_ ownership: Ownership) { relations.record(ownership) }
    mutating func record(_ kind: RelationKind, _ a: PartyID, _ b: PartyID) { relations.record(relation: kind, a, b) }

    /// Persons persist through erasure by their keyed hash alone; a code is one party however it trades.
    private static func key(_ identity: PartyIdentity) -> PartyIdentity {
        switch identity {
        case .firm(let code), .individualBusiness(let code): .firm(code)
        case .person(_, let equality): .person(commitment: equality, equality: equality)
        }
    }
}

import Domain
import Records

extension Sector: Generated {}
extension FirmSize: Generated {}
extension RelationKind: Generated {}
extension Seat: Generated {}

extension Actor: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Actor(organisation: make(), person: make(), key: make(), seat: make())
    }
}

extension FirmProfile: Generated {
    static func generate(_ make: inout Generator) -> Self {
        FirmProfile(
            region: make(), sector: make(), staff: make(), revenue: make(), assets: make(), founded: make(),
            attributes: make())
    }
}

extension PartyIdentity: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 3) {
        case 0: .firm(make())
        case 1: .individualBusiness(make())
        default: .person(commitment: make(), equality: make())
        }
    }
}

extension PartyRegistration: Generated {
    static func generate(_ make: inout Generator) -> Self {
        PartyRegistration(identity: make(), name: make(), profile: make(), buys: make(), provides: make())
    }
}

extension Ownership: Generated {
    static func generate(_ make: inout Generator) -> Self { Ownership(owner: make(), owned: make(), share: make()) }
}

extension BankDeposit: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BankDeposit(party: make(), amount: make(), reference: make())
    }
}

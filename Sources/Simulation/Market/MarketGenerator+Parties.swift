import Domain
import Records

// Parties, shares and relations, and money over the bank's counter.
extension MarketGenerator {
    mutating func newCode(_ prefix: String) throws -> Symbol {
        serial += 1
        return try Symbol("\(prefix)-\(serial)")
    }

    mutating func newReference() throws -> Label {
        serial += 1
        return try Label("bank-\(serial)")
    }

    mutating func registerParty() throws -> GeneratedCommand? {
        let provides = random.chance(40)
        return byOperator(.registerParty(try registration(buys: !provides || random.chance(50), provides: provides)))
    }

    /// Providers are firms; of the others, some are natural persons or individual businesses.
    mutating func registration(buys: Bool, provides: Bool) throws -> PartyRegistration {
        serial += 1
        return PartyRegistration(
            identity: try identity(serial, isFirm: provides || random.chance(60)), name: try commitment(),
            profile: try profile(), buys: buys, provides: provides)
    }

    private mutating func identity(_ number: Int64, isFirm: Bool) throws -> PartyIdentity {
        let digits = String(number)
        let body = "91110108MA" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        if isFirm { return .firm(try CreditCode(completing: body)) }
        if random.chance(50) { return .individualBusiness(try CreditCode(completing: body)) }
        return .person(commitment: try commitment(), equality: try commitment())
    }

    mutating func commitment() throws -> Commitment {
        try Commitment(bytes: (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }

    private mutating func profile() throws -> FirmProfile {
        FirmProfile(
            region: try Symbol(random.pick(["chengdu", "beijing", "nanning"])), sector: random.pick(Sector.allCases),
            staff: random.pick([5, 50, 500, 5_000]), revenue: Money(fen: random.pick([10_000_000, 5_000_000_000_000])),
            assets: Money(fen: random.pick([1_000_000, 2_000_000_000_000])), founded: try CivilDate("2020-05-01"),
            attributes: random.chance(30) ? [try Symbol("start-up")] : [])
    }

    mutating func admitParty() -> GeneratedCommand? {
        guard let party = view.unadmitted.draw(&random) else { return nil }
        return byOperator(.admitParty(party))
    }

    /// Small, influential and controlling shares; a share of zero sets a pair free.
    mutating func recordOwnership() throws -> GeneratedCommand? {
        guard let (owner, owned) = pair() else { return nil }
        let share = try BasisPoints(random.pick([0, 0, 1_000, 2_400, 2_500, 6_000]))
        return byOperator(.recordOwnership(Ownership(owner: owner, owned: owned, share: share)))
    }

    mutating func recordRelation() -> GeneratedCommand? {
        guard let (first, second) = pair() else { return nil }
        return byOperator(.recordRelation(random.pick(RelationKind.allCases), first, second))
    }

    private mutating func pair() -> (PartyID, PartyID)? {
        guard view.registered.count > 1 else { return nil }
        let first = random.pick(view.registered)
        let second = random.pick(view.registered)
        return first == second ? nil : (first, second)
    }

    mutating func recordDeposit() throws -> GeneratedCommand? {
        let parties = view.buyers + view.providers
        guard !parties.isEmpty else { return nil }
        let amount = Money(fen: random.number(1...200_000))
        return byOperator(
            .recordDeposit(BankDeposit(party: random.pick(parties), amount: amount, reference: try newReference())))
    }

    mutating func requestPayout() -> GeneratedCommand? {
        guard let trader = trader() else { return nil }
        return GeneratedCommand(
            actor: trader, command: .requestPayout(Money(fen: random.number(1...random.pick([1_000, 100_000])))))
    }

    mutating func approvePayout() throws -> GeneratedCommand? {
        guard !view.payouts.isEmpty else { return nil }
        return byOperator(.approvePayout(random.pick(view.payouts), bankReference: try newReference()))
    }

    mutating func buyer() -> Actor? { view.buyers.isEmpty ? nil : SimulatedActors.buyer(random.pick(view.buyers)) }
    mutating func provider() -> Actor? {
        view.providers.isEmpty ? nil : SimulatedActors.provider(random.pick(view.providers))
    }
    private mutating func trader() -> Actor? { random.chance(50) ? buyer() : provider() }
}

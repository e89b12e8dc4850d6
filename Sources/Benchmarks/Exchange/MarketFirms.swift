import Domain
import Records
import Simulation
import Trading
import TransparencyLog

/// The firms of a benchmark that goes through the whole state machine: numbered from 1, providers first, all admitted,
/// the buyers with more money than they can spend.
struct MarketFirms {
    let providers: Int64
    let buyers: Int64

    func provider(_ number: Int64) -> PartyID { PartyID(number % providers + 1) }
    func buyer(_ number: Int64) -> PartyID { PartyID(providers + number % buyers + 1) }

    /// Registration, admission and deposits. Errors: none; a `Reason` is a fault of this code.
    func opening() throws(Reason) -> [GeneratedCommand] {
        var commands: [GeneratedCommand] = []
        let operators = SimulatedActors.operators
        for number in 1...(providers + buyers) {
            let (party, provides) = (PartyID(number), number <= providers)
            commands.append(.init(actor: operators[0], command: .registerParty(try registration(number, provides))))
            commands.append(.init(actor: operators[0], command: .admitParty(party)))
            if provides {
                commands.append(.init(actor: operators[1], command: .admitParty(party)))
            } else {
                let deposit = BankDeposit(
                    party: party, amount: Money(fen: 1_000_000_000_000_000), reference: try Label("bank-\(number)"))
                commands.append(.init(actor: operators[0], command: .recordDeposit(deposit)))
            }
        }
        return commands
    }

    private func registration(_ number: Int64, _ provides: Bool) throws(Reason) -> PartyRegistration {
        let digits = String(number)
        let body = "91110108MA" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return PartyRegistration(
            identity: .firm(try CreditCode(completing: body)),
            name: try Commitment(bytes: Digest.sha256(of: Array(body.utf8)).bytes),
            profile: FirmProfile(
                region: try Symbol("chengdu"), sector: .software, staff: 50, revenue: Money(fen: 500_000_000),
                assets: Money(fen: 500_000_000), founded: try CivilDate("2020-05-01")),
            buys: !provides, provides: provides)
    }
}

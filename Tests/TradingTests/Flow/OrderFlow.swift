import Domain
import Records
import Simulation

/// A small market and what is ordered in it, as data: it can be run, and changed before it is run.
///
/// Everybody has more money than it can spend. Offers and demands are never refused, so that each has the number of its
/// turn among them.
struct OrderFlow {
    var rule = PriceRule.listed
    var start: Hour = 490_896
    /// In order of number; a parent by its number.
    var zones: [(level: ZoneLevel, parent: ZoneID?)] = []
    var links: [Link] = []
    /// In order of number: virtual processors of a unit.
    var types: [Int64] = []
    var parties: Int64 = 0
    /// What comes between the opening and the first order.
    var prelude: [GeneratedCommand] = []
    var orders: [GeneratedCommand] = []

    /// What opens the market, before relations and orders.
    func opening() throws -> [GeneratedCommand] {
        let (first, second) = (SimulatedActors.operators[0], SimulatedActors.operators[1])
        var commands: [Command] = [.advanceClock(Stamp(hour: start)), .setPolicy(policy)]
        commands += try zones.enumerated().map { number, zone in
            let code = try Symbol("zone-\(number)")
            return .defineZone(
                ZoneTerms(
                    code: code, name: try Label("区 \(number)"), nameEnglish: try Label("Zone \(number)"),
                    level: zone.level, parent: zone.parent))
        }
        commands.append(.publishNetwork(links))
        commands += try types.enumerated().map { number, vcpu in
            .defineInstanceType(
                InstanceTypeTerms(
                    code: try Symbol("type-\(number)"), kind: .cpu, architecture: try Symbol("x86"), chip: nil,
                    origin: .unstated, chipsMilli: 0, chipMemoryBytes: 0, vcpuMilli: vcpu, memoryBytes: 0))
        }
        return commands.map { GeneratedCommand(actor: first, command: $0) }
            + (try (1...parties).flatMap { number in try admission(number, first, second) })
            + prelude
    }

    private var policy: MarketPolicy {
        MarketPolicy(fee: .zero, contestHours: 72, reportHours: 24, missedHoursToEnd: 24, priceRule: rule)
    }

    private func admission(_ number: Int64, _ first: Actor, _ second: Actor) throws -> [GeneratedCommand] {
        let deposit = BankDeposit(
            party: PartyID(number), amount: Money.most, reference: try Label("bank-\(number)"))
        let registration = try SmallMarket.registration(Int(number), buys: true, provides: true)
        return [
            GeneratedCommand(actor: first, command: .registerParty(registration)),
            GeneratedCommand(actor: first, command: .admitParty(PartyID(number))),
            GeneratedCommand(actor: second, command: .admitParty(PartyID(number))),
            GeneratedCommand(actor: first, command: .recordDeposit(deposit)),
        ]
    }
}

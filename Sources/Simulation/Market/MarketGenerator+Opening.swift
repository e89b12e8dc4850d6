import Domain
import Records

extension MarketGenerator {
    /// What every market begins with; numbers are given in order from 1, so they are known beforehand.
    mutating func openingCommands() throws -> [GeneratedCommand] {
        let clock = Command.advanceClock(Stamp(hour: MarketGenerator.firstHour))
        var commands = [clock, .setPolicy(try policy(random.pick([.listed, .listed, .resting, .clearing])))]
        commands += try openingZones().map { .defineZone($0) }
        commands += [.publishNetwork(try links(openingPlaces)), .publishConversion(try chipTable())]
        commands += try (0..<4).map { .defineInstanceType(try instanceType(position: $0)) }
        commands.append(.setQuotePolicy(try QuotePolicy(minutesMost: 60, openMost: 5, classShare: .whole)))
        let first = SimulatedActors.operators[0]
        return commands.map { GeneratedCommand(actor: first, command: $0) } + (try openingParties())
            + (try openingProgrammes())
    }

    /// Nation 1, hubs 2 and 3, cities 4 to 7, an edge site 8.
    private mutating func openingZones() throws -> [ZoneTerms] {
        let tree: [(ZoneLevel, Int64?)] = [
            (.nation, nil), (.hub, 1), (.hub, 1), (.city, 2), (.city, 2), (.city, 3), (.city, 3), (.edge, 4),
        ]
        return try tree.map { level, parent in try zone(level, parent: parent.map { ZoneID($0) }) }
    }

    private var openingPlaces: [ZoneID] { (4...8).map { ZoneID($0) } }

    private mutating func openingParties() throws -> [GeneratedCommand] {
        try (1...max(3, sizes.parties)).flatMap { number in
            let party = PartyID(number)
            let asked = try registration(buys: number % 3 != 1, provides: number % 3 != 2)
            let deposit = BankDeposit(
                party: party, amount: Money(fen: 50_000 + random.below(1_000_000)), reference: try newReference())
            let commands = [Command.registerParty(asked), .admitParty(party)]
            let (first, second) = (SimulatedActors.operators[0], SimulatedActors.operators[1])
            return commands.map { GeneratedCommand(actor: first, command: $0) }
                + (asked.provides ? [GeneratedCommand(actor: second, command: .admitParty(party))] : [])
                + [GeneratedCommand(actor: first, command: .recordDeposit(deposit))]
        }
    }

    private mutating func openingProgrammes() throws -> [GeneratedCommand] {
        let (proposer, approver) = (SimulatedActors.managers[0], SimulatedActors.managers[1])
        guard sizes.programmes > 0 else { return [] }
        return try (1...sizes.programmes).flatMap { number in
            let programme = ProgrammeID(number)
            let modes: [ProgrammeMode] = [.deduct, .reimburse, .deduct]
            let definition = try definition(
                code: try newCode("programme"), mode: modes[Int(number - 1) % 3], funders: 2)
            return [
                GeneratedCommand(actor: proposer, command: .proposeProgramme(definition)),
                GeneratedCommand(actor: approver, command: .approveProgramme(programme, version: 1)),
                GeneratedCommand(
                    actor: proposer, command: .authorisePool(programme, Money(fen: 100_000 + random.below(900_000)))),
            ]
        }
    }
}

import Domain
import Records

// Commands of an operator: zones, network, chips, instance types, policy, clock.
extension MarketGenerator {
    mutating func byOperator(_ command: Command) -> GeneratedCommand {
        GeneratedCommand(actor: random.pick(SimulatedActors.operators), command: command)
    }

    mutating func defineZone() throws -> GeneratedCommand? {
        let parents = view.zones.filter { $0.level < .edge }
        guard !parents.isEmpty else { return nil }
        let parent = random.pick(parents)
        let levels = ZoneLevel.allCases.filter { $0 > parent.level }
        return byOperator(.defineZone(try zone(random.pick(levels), parent: parent.id)))
    }

    mutating func zone(_ level: ZoneLevel, parent: ZoneID?) throws -> ZoneTerms {
        let code = try newCode("zone")
        return ZoneTerms(
            code: code, name: try Label("区 \(code)"), nameEnglish: try Label("Zone \(code)"), level: level,
            parent: parent)
    }

    mutating func publishNetwork() throws -> GeneratedCommand? { byOperator(.publishNetwork(try links(view.places))) }

    /// Links between some pairs of places; half of them charge.
    mutating func links(_ places: [ZoneID]) throws -> [Link] {
        var links: [Link] = []
        for from in places {
            for to in places where from != to && random.chance(50) {
                links.append(
                    Link(
                        from: from, to: to, latencyMicroseconds: 1_000 * random.number(1...40),
                        tariff: try UnitPrice(tariff: 100_000 * random.number(0...30)),
                        tariffKind: random.pick(TariffKind.allCases)))
            }
        }
        return links
    }

    mutating func publishConversion() throws -> GeneratedCommand? { byOperator(.publishConversion(try chipTable())) }

    /// The same three chips each time, their rates a little higher or lower.
    mutating func chipTable() throws -> [Chip] {
        try [
            ("a100", "cuda", ChipOrigin.foreign, 312_000), ("910b", "cann", .domestic, 320_000),
            ("z100", "dcu", .domestic, 98_000),
        ].map { code, architecture, origin, rate in
            Chip(
                code: try Symbol(code), architecture: try Symbol(architecture), origin: origin,
                rates: [
                    DenseRate(precision: .fp16, milliTeraflops: Int64(rate) + random.below(5_000)),
                    DenseRate(precision: .fp32, milliTeraflops: Int64(rate) / 4),
                ])
        }
    }

    mutating func defineInstanceType() throws -> GeneratedCommand? {
        let terms = try instanceType(position: Int(random.below(8)))
        guard random.chance(50), !view.providers.isEmpty else { return byOperator(.defineInstanceType(terms)) }
        let provider = SimulatedActors.provider(random.pick(view.providers))
        return GeneratedCommand(actor: provider, command: .defineInstanceType(terms))
    }

    /// Two in three have accelerators.
    mutating func instanceType(position: Int) throws -> InstanceTypeTerms {
        let chips = [("a100", "cuda", ChipOrigin.foreign), ("910b", "cann", .domestic), ("z100", "dcu", .domestic)]
        let (chip, architecture, origin) = chips[position % 3]
        let isProcessor = position % 4 == 3
        return InstanceTypeTerms(
            code: try newCode("type"), kind: isProcessor ? .cpu : .accelerator,
            architecture: try Symbol(isProcessor ? "x86" : architecture), chip: isProcessor ? nil : try Symbol(chip),
            origin: isProcessor ? .unstated : origin, chipsMilli: isProcessor ? 0 : 1_000,
            chipMemoryBytes: isProcessor ? 0 : 64 << 30, vcpuMilli: 1_000 * random.number(4...64),
            memoryBytes: random.number(16...256) << 30,
            declaredRates: isProcessor ? [] : [DenseRate(precision: .fp16, milliTeraflops: random.number(1...98_000))],
            service: random.pick(ServiceKind.allCases))
    }

    mutating func setPolicy() throws -> GeneratedCommand? { byOperator(.setPolicy(try policy(view.policy.priceRule))) }

    mutating func policy(_ rule: PriceRule) throws -> MarketPolicy {
        MarketPolicy(
            fee: try BasisPoints(random.below(300)), contestHours: random.pick([24, 72, 72]),
            reportHours: random.pick([6, 24, 24]), missedHoursToEnd: random.pick([2, 6, 24]), priceRule: rule)
    }

    /// Mostly a part of the mean jump that `sizes.hours` asks for, one time in ten four times as much; mostly to a
    /// whole number of hours.
    mutating func advanceClock() -> GeneratedCommand? {
        let others = max(1, sizes.commands - sizes.offers)
        let jumps = max(1, others * CommandMix.clockShare / CommandMix.rest)
        let mean = max(1, sizes.hours * 3_600 / jumps)
        let seconds = random.chance(10) ? 4 * mean : random.number(0...mean * 4 / 3)
        let isWhole = random.chance(75) && seconds >= 3_600
        let jump = (isWhole ? seconds / 3_600 * 3_600 : seconds) * 1_000_000
        return byOperator(.advanceClock(Stamp(microseconds: view.time.microseconds + jump)))
    }
}

import Domain
import Records

extension MarketGenerator {
    /// Well formed, from the right seat, and against what there is.
    mutating func againstState() throws -> GeneratedCommand {
        switch random.below(6) {
        case 0: try repeated()
        case 1: try beyondMeasure()
        case 2: try beforeNow()
        case 3: try aboutAnothers()
        case 4: try overreported()
        default: try unsoundProgramme()
        }
    }

    /// A code, an identity or a bank's reference for the second time.
    private mutating func repeated() throws -> GeneratedCommand {
        let first = view.zones[0]
        let terms = ZoneTerms(
            code: first.code, name: first.name, nameEnglish: first.nameEnglish, level: .nation, parent: nil)
        let reference = view.references.isEmpty ? nil : random.pick(view.references)
        guard let reference, random.chance(50) else { return refused(.defineZone(terms), by: someOperator) }
        let deposit = BankDeposit(party: PartyID(1), amount: Money(fen: 1), reference: reference)
        return refused(.recordDeposit(deposit), by: someOperator)
    }

    /// Amounts of nothing, more than there is, and rates out of range.
    private mutating func beyondMeasure() throws -> GeneratedCommand {
        let hours = MarketPolicy(
            fee: .zero, contestHours: -1, reportHours: 24, missedHoursToEnd: 24, priceRule: view.policy.priceRule)
        let commands: [(Command, Actor)] = [
            (.requestPayout(Money.most), someBuyer), (.requestPayout(.zero), someProvider),
            (
                .recordDeposit(BankDeposit(party: PartyID(1), amount: .zero, reference: try newReference())),
                someOperator
            ),
            (.authorisePool(ProgrammeID(1), Money(fen: -5)), someManager),
            (.applyForVoucher(ProgrammeID(1), plannedSpend: Money(fen: Money.most.fen + 1)), someBuyer),
            (.setPolicy(hours), someOperator),
            (.defineInstanceType(try typeAboveTable()), someProvider),
        ]
        let (command, actor) = random.pick(commands)
        return refused(command, by: actor)
    }

    private mutating func typeAboveTable() throws -> InstanceTypeTerms {
        InstanceTypeTerms(
            code: try newCode("type"), kind: .accelerator, architecture: try Symbol("cuda"), chip: try Symbol("a100"),
            origin: .foreign, chipsMilli: 1_000, chipMemoryBytes: 80 << 30, vcpuMilli: 0, memoryBytes: 0,
            declaredRates: [DenseRate(precision: .fp16, milliTeraflops: 624_000)])
    }

    /// A clock that goes back, a window that has begun, an immediate demand in batches.
    private mutating func beforeNow() throws -> GeneratedCommand {
        if random.chance(30) {
            let earlier = Stamp(microseconds: view.time.microseconds - random.number(1...1_000_000))
            return refused(.advanceClock(earlier), by: someOperator)
        }
        let lane = random.pick(Lane.allCases)
        let start = view.time.hour + (lane == .batch ? 5 : -random.number(1...50))
        let terms = try DemandTerms(
            requirements: try Requirements(), quantity: try Quantity(1_000), window: try Window(start, start + 3),
            home: ZoneID(1), reach: Reach(level: .nation, latencyMicrosecondsMost: nil), limit: try UnitPrice(1),
            policy: lane == .batch ? try FillPolicy(.immediateOrCancel) : .goodTillCancelled, lane: lane)
        return refused(.submitDemand(terms), by: someBuyer)
    }

    /// Another party's offer, demand or lease.
    private mutating func aboutAnothers() throws -> GeneratedCommand {
        if let demand = view.demands.draw(&random), let owner = view.demandOwners[demand],
            let other = view.buyers.first(where: { $0 != owner })
        {
            let commands = [Command.cancelDemand(demand), .amendDemand(demand, try DemandAmendment())]
            return refused(random.pick(commands), by: SimulatedActors.buyer(other))
        }
        if let offer = view.offers.draw(&random), let owner = view.offerOwners[offer],
            let other = view.providers.first(where: { $0 != owner })
        {
            let commands = [Command.withdrawOffer(offer), .amendOffer(offer, try OfferAmendment())]
            return refused(random.pick(commands), by: SimulatedActors.provider(other))
        }
        return refused(
            .recordOwnership(Ownership(owner: PartyID(1), owned: PartyID(1), share: .whole)), by: someOperator)
    }

    /// More than the quota, the future, or what was reported already.
    private mutating func overreported() throws -> GeneratedCommand {
        guard let id = view.running.draw(&random), let lease = view.leases[id] else { return try beyondMeasure() }
        let from = lease.reportedUntil
        let whole = lease.quantity.milli * 60
        let reports = [
            UsageReport(lease: id, fromSecond: from, untilSecond: from + 60, used: whole, idle: 1),
            UsageReport(lease: id, fromSecond: from - 60, untilSecond: from, used: 0, idle: 0),
            UsageReport(lease: id, fromSecond: from, untilSecond: lease.endSecond + 1, used: 0, idle: 0),
            UsageReport(lease: id, fromSecond: from + 1, untilSecond: from + 60, used: 0, idle: 0),
        ]
        return refused(.reportUsage(random.pick(reports)), by: SimulatedActors.provider(lease.provider))
    }

    /// A definition without rates, or an approval by its own proposer.
    private mutating func unsoundProgramme() throws -> GeneratedCommand {
        if let proposal = view.proposals.first,
            let proposer = SimulatedActors.managers.first(where: { $0.person == proposal.proposer })
        {
            return refused(.approveProgramme(proposal.programme, version: proposal.version), by: proposer)
        }
        var definition = try definition(code: try newCode("programme"), mode: .deduct, funders: 1)
        definition.rates = []
        return refused(.proposeProgramme(definition), by: someManager)
    }
}

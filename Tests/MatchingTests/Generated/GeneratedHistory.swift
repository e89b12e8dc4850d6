import Domain
import MatchingOracle
import Simulation

/// A catalogue and what the parties ask of the market, from one seed.
struct GeneratedHistory {
    let seed: UInt64
    let rule: PriceRule
    let catalogue: GeneratedCatalogue
    private(set) var commands: [OracleCommand] = []

    var random: SeededGenerator
    /// Whether lots differ: with one size, all-or-none is simpler.
    let lots: [Int64]
    /// A quarter of the histories: everything is compatible, and most demands want all or none.
    private let isCrowded: Bool
    var offers: [Offer] = []
    private var admissionClasses: [OfferID: Int32] = [:]
    var demands: [Demand] = []
    private var count: Int64 = 0

    static let firstHour: Hour = 490_000
    static let providers: [PartyID] = (101...104).map { PartyID($0) }
    static let buyers: [PartyID] = (1...5).map { PartyID($0) }

    /// Draws what batches add, so that a history without them is what it was before there were any.
    private var batching: SeededGenerator?
    /// Draws what halts add, likewise.
    private var halting: SeededGenerator?
    /// What stands still: providers, and the market as nil.
    private var halted: [PartyID?] = []
    /// Draws what demands in SCU add, likewise.
    private var measuring: SeededGenerator?

    /// Draws what choosing hours adds, likewise.
    private var choosing: SeededGenerator?
    private var hour = GeneratedHistory.firstHour
    /// Draws quotes and what becomes of them, likewise.
    private var quoting: SeededGenerator?
    private var quotes: [DemandID] = []

    /// What is drawn beside plain orders, each from a generator of its own.
    struct Extras: OptionSet {
        let rawValue: Int
        static let batches = Extras(rawValue: 1)
        static let halts = Extras(rawValue: 2)
        static let chosenHours = Extras(rawValue: 4)
        static let quotes = Extras(rawValue: 8)
        static let scu = Extras(rawValue: 16)
    }

    init(seed: UInt64, length: Int, with extras: Extras) throws {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        let drawn = random.pick([PriceRule.listed, .resting])
        rule = extras.contains(.batches) && seed % 3 == 0 ? .clearing : drawn
        catalogue = try GeneratedCatalogue(&random)
        lots = random.pick([[1000], [1000], [500, 1000, 2000], [250, 1000, 3000]])
        isCrowded = random.chance(25)
        if extras.contains(.batches) { batching = SeededGenerator(seed: seed ^ 0xBA7C) }
        if extras.contains(.halts) { halting = SeededGenerator(seed: seed ^ 0x4A17) }
        if extras.contains(.scu) { measuring = SeededGenerator(seed: seed ^ 0x5C0) }
        if extras.contains(.chosenHours) { choosing = SeededGenerator(seed: seed ^ 0xC405) }
        if extras.contains(.quotes) { quoting = SeededGenerator(seed: seed ^ 0x90_07E5) }
        for _ in 0..<length {
            commands.append(quoted(try nextCommand()))
            if let command = haltCommand() { commands.append(command) }
            if let command = try batchCommand() { commands.append(command) }
            if choosing?.chance(8) == true {
                hour += choosing?.number(1...3) ?? 0
                commands.append(.begin(hour))
            }
            if let command = quoteCommand() { commands.append(command) }
        }
    }

    /// A third of the demands are quoted first; mostly nothing bounds how much of a class.
    private mutating func quoted(_ command: OracleCommand) -> OracleCommand {
        guard case .submit(let entry) = command, entry.demand.terms.lane == .now, quoting?.chance(35) == true else {
            return command
        }
        quotes.append(entry.demand.id)
        return .quote(entry, share: quoting?.chance(75) == true ? 10_000 : 4_000)
    }

    /// Of a quote that may have been refused, or be at an end.
    private mutating func quoteCommand() -> OracleCommand? {
        guard quoting?.chance(12) == true, let id = quoting?.pick(quotes + [DemandID(0)]) else { return nil }
        count += 1
        return quoting?.chance(60) == true ? .takeQuote(id, place: Place(sequence: count)) : .endQuote(id)
    }

    /// A provider or the market stands still or goes on, now and then; what stands does not stand for long.
    private mutating func haltCommand() -> OracleCommand? {
        guard halting?.chance(halted.isEmpty ? 8 : 18) == true else { return nil }
        if let first = halted.first, halting?.chance(75) == true {
            halted.removeFirst()
            return first.map { .suspend(provider: $0, false) } ?? .halt(false)
        }
        let provider = halting?.chance(25) == true ? nil : halting?.pick(GeneratedHistory.providers)
        guard !halted.contains(provider) else { return nil }
        halted.append(provider)
        return provider.map { .suspend(provider: $0, true) } ?? .halt(true)
    }

    /// Now and then hours to be chosen, in a window that may be longer for them: now and then more than a batch lists all
    /// starts of.
    private mutating func chosen(_ window: Window) throws -> (hours: ChosenHours?, window: Window) {
        guard choosing?.chance(60) == true else { return (nil, window) }
        let most: Int64 = choosing?.chance(20) == true ? 80 : 8
        let longer = try Window(window.start, window.end + (choosing?.number(0...most) ?? 0))
        let hours = choosing?.number(1...min(longer.hours, 6)) ?? 1
        let least = choosing?.chance(50) == true ? choosing?.number(1...hours) ?? hours : hours
        return (try ChosenHours(hours, leastPiece: least), longer)
    }

    /// A call for the window of some demand, often with hours around it, or a close, now and then. The awards are the
    /// harness's to find.
    private mutating func batchCommand() throws -> OracleCommand? {
        guard !demands.isEmpty else { return nil }
        switch batching?.number(0...9) {
        case 0, 1, 2:
            let wide = catalogue.zones.filter { $0.level <= .hub }
            guard let demand = batching?.pick(demands.suffix(6)), let zone = batching?.pick(wide),
                let lot = batching?.pick(lots.suffix(2))
            else { return nil }
            let (asked, around) = (demand.terms.window, batching?.chance(60) == true ? 12 : 0)
            let window = Window(unchecked: max(0, asked.start - Hour(around)), asked.end + Hour(around))
            return .call(BatchScope(zone: zone.id, window: window, lot: try Quantity(lot)))
        case 3: return .close([])
        default: return nil
        }
    }

    /// The lane of a demand, and the window: often one that another has.
    private mutating func batched(_ policy: FillPolicy, _ window: Window) -> (lane: Lane, window: Window) {
        guard batching != nil, !demands.isEmpty else { return (.now, window) }
        let other = batching?.pick(demands).terms.window ?? window
        let isBatch = batching?.chance(35) == true && !policy.immediate
        return (isBatch ? .batch : .now, batching?.chance(60) == true ? other : window)
    }

    private mutating func nextCommand() throws -> OracleCommand {
        count += 1
        switch random.number(0...99) {
        case 0..<6 where !demands.isEmpty: return .cancel(random.pick(demands).id)
        case 6..<11 where !offers.isEmpty: return .withdraw(random.pick(offers).id)
        case 11..<16:
            return .relate(
                buyer: random.pick(GeneratedHistory.buyers), provider: random.pick(GeneratedHistory.providers),
                random.pick([0, 1, 1, 2]))
        case 16..<21 where !offers.isEmpty:
            // The window and quantity are the harness's to find: it knows the fills.
            return .release(random.pick(offers).id, Window(unchecked: 0, 1), Quantity(unchecked: 0))
        case 21..<29 where !demands.isEmpty: return try demandAmendment()
        case 29..<37 where !offers.isEmpty: return try offerAmendment()
        case 37 where random.chance(50):
            return .withdrawAll(provider: random.pick(GeneratedHistory.providers), OrderScope())
        case 37: return .cancelAll(buyer: random.pick(GeneratedHistory.buyers), OrderScope())
        case 0..<67: return try listing()
        default: return try submission()
        }
    }

    /// Mostly the next place; sometimes an old one, as of a demand that comes back.
    mutating func place() -> Place {
        if random.chance(5) { return Place(sequence: random.number(1...count), position: 100 + count) }
        return Place(sequence: count / 2, position: count % 2)
    }

    /// Mostly one more of the provider and class of an earlier one, so that a book has several.
    private mutating func listing() throws -> OracleCommand {
        let (offer, admissionClass) = try random.chance(60) && !offers.isEmpty ? anotherOffer() : newOffer()
        offers.append(offer)
        admissionClasses[offer.id] = admissionClass
        return .list(offer, admissionClass: admissionClass)
    }

    private mutating func anotherOffer() throws -> (Offer, Int32) {
        let known = random.pick(offers)
        let change = try OfferAmendment(price: price(), schedule: schedule(lot: known.terms.lotSize.milli))
        let terms = try known.terms.amended(by: change)
        return (
            Offer(id: OfferID(count), provider: known.provider, terms: terms, place: place()),
            admissionClasses[known.id] ?? 0
        )
    }

    mutating func schedule(lot: Int64) throws -> CapacitySchedule {
        var steps: [CapacityStep] = []
        var start = GeneratedHistory.firstHour + random.number(0...6)
        for _ in 0..<random.number(1...3) {
            let end = start + random.number(2...16)
            steps.append(
                CapacityStep(window: try Window(start, end), quantity: try Quantity(lot * random.number(1...5))))
            start = end + random.pick([0, 0, 0, 1])
        }
        return try CapacitySchedule(steps: steps)
    }

    private mutating func newOffer() throws -> (Offer, Int32) {
        let lot = random.pick(lots)
        let terms = try OfferTerms(
            instanceType: random.pick(catalogue.types).id, zone: random.pick(catalogue.zones).id,
            schedule: schedule(lot: lot), lotSize: Quantity(lot),
            shortestTermHours: random.pick([1, 1, 2, 5]), price: try price(),
            vat: random.pick([.cloudService, .equipmentLease]), buyers: try buyerClass(),
            tier: random.pick(VerificationTier.allCases))
        let offer = Offer(
            id: OfferID(count), provider: random.pick(GeneratedHistory.providers), terms: terms, place: place())
        return (offer, Int32(random.number(0...2)))
    }

    mutating func price() throws -> PriceSchedule {
        if random.chance(75) { return .flat(try UnitPrice(10 * random.number(8...16))) }
        return .hourOfWeek(try (0..<168).map { _ in try UnitPrice(10 * random.number(6...18)) })
    }

    private mutating func buyerClass() throws -> BuyerClass {
        switch random.number(0...11) {
        case 0: BuyerClass(sizes: [.micro, .small])
        case 1: BuyerClass(sectors: [.software])
        case 2: BuyerClass(regions: [try Symbol("east")])
        case 3: BuyerClass(members: [PartyID(1), PartyID(2), PartyID(3)])
        default: .everyone
        }
    }

    private mutating func submission() throws -> OracleCommand {
        let buyer = random.pick(GeneratedHistory.buyers)
        let start = GeneratedHistory.firstHour + random.number(0...14)
        let quantity = random.pick(lots) * random.number(1...6)
        let (needs, drawn) = (try requirements(), try Window(start, start + random.number(1...9)))
        let (home, reach) = (random.pick(catalogue.zones).id, reach())
        let (limit, policy) = (try UnitPrice(10 * random.number(7...20)), try policy(quantity))
        let (lane, fixed) = batched(policy, drawn)
        let (hours, window) = try chosen(fixed)
        let drawnTerms = try DemandTerms(
            requirements: needs, quantity: Quantity(quantity), window: window, home: home, reach: reach, limit: limit,
            policy: policy, singleProvider: random.chance(25), lane: lane, acceptsRelated: random.chance(25),
            chosenHours: hours)
        let terms = hours == nil ? try measured(drawnTerms) : drawnTerms
        let demand = Demand(id: DemandID(count), buyer: buyer, terms: terms, place: place())
        demands.append(demand)
        return .submit(
            OracleDemand(
                demand: demand, size: buyer.number < 4 ? .small : .large, profile: try profile(buyer),
                subsidyClass: Int32(random.number(0...2)), links: random.pick(catalogue.networks)))
    }

    /// Mostly in SCU: an odd quantity between a small unit and several large ones, at a limit from what the large unit asks
    /// to what the small one does.
    private mutating func measured(_ terms: DemandTerms) throws -> DemandTerms {
        guard measuring?.chance(65) == true, var random = measuring else { return terms }
        defer { measuring = random }
        let quantity = try Quantity(
            random.pick([250, 1_000, 1_000, 2_000, 8_000]) * random.number(1...5) + random.number(-99...99))
        let least = terms.policy.minimum > .zero ? random.pick([quantity.milli / 2, quantity.milli]) : 0
        let measure = try ScuMeasure(
            precision: random.pick([.fp16, .fp16, .fp16, .bf16, .fp8]),
            tolerance: BasisPoints(random.pick([0, 500, 500, 2_000, 5_000])))
        return try DemandTerms(
            requirements: terms.requirements, quantity: quantity, window: terms.window, home: terms.home,
            reach: terms.reach, limit: UnitPrice(random.pick([1, 10, 10, 30]) * random.number(8...20)),
            policy: terms.policy.with(minimum: Quantity(unchecked: least)), singleProvider: terms.singleProvider,
            acceptsRelated: terms.acceptsRelated, scu: measure)
    }

    private mutating func reach() -> Reach {
        if isCrowded { return Reach(level: .nation, latencyMicrosecondsMost: nil) }
        return Reach(
            level: random.pick([.nation, .nation, .nation, .hub, .province, .city]),
            latencyMicrosecondsMost: random.pick([nil, nil, nil, 5_000, 20_000]))
    }

    private func profile(_ buyer: PartyID) throws -> FirmProfile {
        FirmProfile(
            region: try Symbol(buyer.number % 2 == 0 ? "east" : "west"), sector: buyer.number < 3 ? .software : .retail,
            staff: 10, revenue: .zero, assets: .zero, founded: try CivilDate(year: 2020, month: 1, day: 1))
    }

    private mutating func policy(_ quantity: Int64) throws -> FillPolicy {
        if isCrowded, random.chance(60) { return try FillPolicy(.goodTillCancelled, allOrNone: true) }
        return switch random.number(0...11) {
        case 0: try FillPolicy(.immediateOrCancel)
        case 1: try FillPolicy(.fillOrKill)
        case 2: try FillPolicy(.immediateOrCancel, minimum: Quantity(unchecked: quantity / 2))
        case 3, 4: try FillPolicy(.goodTillCancelled, minimum: Quantity(unchecked: quantity / 2))
        case 5, 6, 7: try FillPolicy(.goodTillCancelled, allOrNone: true)
        case 8: try FillPolicy(.goodTill(Stamp(hour: GeneratedHistory.firstHour)))
        default: .goodTillCancelled
        }
    }

    private mutating func requirements() throws -> Requirements {
        if isCrowded { return try Requirements() }
        return switch random.number(0...11) {
        case 0: try Requirements(kind: .cpu)
        case 1: try Requirements(kind: .accelerator, leastTier: .documented)
        case 2: try Requirements(chips: [Symbol("ascend")])
        case 3: try Requirements(architectures: [Symbol("cuda"), Symbol("x86")])
        case 4: try Requirements(instanceTypes: [InstanceTypeID(1), InstanceTypeID(3)])
        case 5: try Requirements(origin: .foreign, chipsMilli: 1000)
        case 6: try Requirements(services: [.bare])
        case 7: try Requirements(chipMemoryBytes: 64 << 30)
        case 8: try Requirements(vcpuMilli: 16_000, memoryBytes: 16 << 30)
        default: try Requirements()
        }
    }
}

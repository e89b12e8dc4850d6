import Domain
import Programmes

/// One buyer's demand with its money, lots and caps, worked as the exchange works it: hold, fill, hold the rest.
struct Desk {
    static let demand = DemandID(1)
    static let programme = ProgrammeID(1)

    let definition: ProgrammeDefinition
    let applicant: ApplicantFacts
    let terms: DemandTerms
    var lots = LotBook()
    var caps = CapBook()
    /// Own money: free, and held by the demand.
    var free: Money
    var held = Money.zero
    var open: Quantity
    var dearestTariff = UnitPrice.zero
    var reference: UnitPrice?
    var priceRule = PriceRule.listed
    private var capacityExact = ExactAmount()
    private var transferExact = ExactAmount()
    private(set) var capacity = Money.zero
    private(set) var transfer = Money.zero
    private(set) var fills: [FillSplit] = []
    /// By provider.
    private(set) var contracts: [Int64: ContractState] = [:]
    private var spans: [Int64: Window] = [:]

    init(
        _ definition: ProgrammeDefinition, applicant: ApplicantFacts, terms: DemandTerms, free: Money, faces: [Money],
        validDays: [Int64]
    ) {
        (self.definition, self.applicant, self.terms, self.free, open) =
            (definition, applicant, terms, free, terms.quantity)
        for (place, face) in faces.enumerated() {
            var dated = definition
            dated.validity = .days(validDays[place])
            lots.issue(Example.lot(Int64(place + 1), face: face, of: dated), definition: dated)
        }
    }

    func candidates(at stamp: Stamp = Example.noon) -> [ProgrammeCandidate] {
        let paying = lots.lots(of: applicant.party, funding: terms.funding, payingFor: terms.window, at: stamp)
        return ProgrammeCandidate.grouped(paying) { programme, version, lots in
            ProgrammeCandidate(
                programme: programme, version: version, definition: definition, lots: lots,
                caps: caps.remainingAtFill(
                    definition, programme: programme, applicant: applicant, demand: Desk.demand,
                    window: terms.window, at: stamp),
                rates: RateRange.of(definition, applicant: applicant, terms: terms, at: stamp))
        }
    }

    func holds() throws -> HoldCalculation {
        let request = HoldRequest(
            demand: Desk.demand, limit: terms.limit, grains: open.milli, window: terms.window, priceRule: priceRule,
            dearestTariff: dearestTariff, reference: reference, vat: .cloudService,
            charged: capacityExact + transferExact, posted: capacity + transfer, fills: Int64(fills.count),
            contracts: contracts.keys.sorted().map { contracts[$0]! })
        return try HoldCalculation.compute(request, candidates: candidates())
    }

    /// Sets the holds of what is open. False, and nothing changed, where own money is short.
    mutating func hold() throws -> Bool {
        let holds = try holds()
        guard holds.own <= free + held else { return false }
        free += held - holds.own
        held = holds.own
        lots.release(demand: Desk.demand, of: applicant.party)
        for part in holds.lots { lots.setHold(part, demand: Desk.demand) }
        let publicShare = holds.lots.reduce(Money.zero) { $0 + $1.amounts.total }
        caps.setHolds(
            publicShare, definition, programme: Desk.programme, applicant: applicant, demand: Desk.demand,
            window: terms.window, at: Example.noon)
        return true
    }

    /// Fills a part at an ask and a tariff. False, and nothing changed, where own money is short.
    mutating func fill(
        _ quantity: Quantity, ask: UnitPrice, price: UnitPrice? = nil, tariff: UnitPrice = .zero, provider: Int64 = 1,
        origin: ChipOrigin = .domestic, lowest: UnitPrice? = nil
    ) throws -> Bool {
        var changed = self
        guard try changed.post(quantity, ask, price ?? ask, tariff, provider, origin, lowest) else { return false }
        self = changed
        return true
    }

    private mutating func post(
        _ quantity: Quantity, _ ask: UnitPrice, _ price: UnitPrice, _ tariff: UnitPrice, _ provider: Int64,
        _ origin: ChipOrigin, _ lowest: UnitPrice?
    ) throws -> Bool {
        let hours = terms.window.hours
        capacityExact = capacityExact + ExactAmount(price, quantity, hours: hours)
        transferExact = transferExact + ExactAmount(tariff, quantity, hours: hours)
        let (line, moved) = (try capacityExact.rounded() - capacity, try transferExact.rounded() - transfer)
        let split = FillSplit.compute(
            FillRequest(
                demand: Desk.demand, applicant: applicant,
                contract: Example.contract(origin: origin, use: terms.use, term: terms.window),
                terms: FillTerms(
                    window: terms.window, ask: .flat(ask), priceSum: price.microYuan * hours,
                    lowestOpenSum: lowest.map { $0.microYuan * hours }, reference: reference, vat: .cloudService,
                    capacity: line),
                state: contracts[provider] ?? ContractState(), at: Example.noon),
            candidates: candidates())
        guard split.own + moved <= held + free else { return false }
        let fromHeld = min(held, split.own + moved)
        held -= fromHeld
        free -= split.own + moved - fromHeld
        for draw in split.draws { lots.capture(draw, demand: Desk.demand) }
        caps.recordFill(
            split.publicShare, definition, programme: Desk.programme, applicant: applicant, window: terms.window,
            at: Example.noon)
        contracts[provider] = split.state
        (capacity, transfer, open) = (capacity + line, transfer + moved, open - quantity)
        fills.append(split)
        return try hold()
    }
}

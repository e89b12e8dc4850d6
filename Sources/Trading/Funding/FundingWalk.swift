import Accounting
import Domain
import Programmes
import Records

/// What a planned fill of a demand would be paid with.
struct PlannedFunding {
    let amounts: FillAmounts
    let split: FillSplit
    /// What the demand holds after it.
    let residual: DemandHold

    func evaluations(of fill: FillID) -> [FillEvaluation] {
        split.evaluations.map {
            FillEvaluation(
                fill: fill, programme: $0.programme, version: $0.version, contractBase: $0.base,
                contractAmount: $0.amount, trace: $0.trace)
        }
    }
}

/// What a fill would be, as far as its funding depends on it.
struct FundingCandidate {
    let offer: Offer
    let provider: PartyEntry
    let type: InstanceType
    let quantity: Quantity
    /// Milli-SCU a unit; nil for a demand in units.
    let milliScu: Int64?
    let window: Window
    let priceSum: Int64
    let chargeTariff: UnitPrice
    let lowestOpenSum: Int64?
    /// The market's for its class, in the version that the demand is pinned to.
    let reference: UnitPrice?
    let related: Bool
}

/// The funding side of one walk: each candidate fill is split and held for, on top of those before it.
///
/// It works on copies, so that a walk that comes to nothing leaves no trace.
struct FundingWalk {
    let demand: DemandEntry
    let applicant: ApplicantFacts
    let stamp: Stamp
    let priceRule: PriceRule
    /// It holds a lot of a halted programme: no fill is admitted.
    let waits: Bool
    /// Whether own money must be held for what is open; one that fills at once or not at all needs none.
    let holdsOwn: Bool
    /// Per SCU-hour for a demand in SCU, as is the reference price.
    let dearestTariff: UnitPrice
    /// The market's lowest pinned reference price of a class that the terms allow; nil where it gives none.
    let leastReference: UnitPrice?
    private var candidates: [ProgrammeCandidate]
    private var contracts: [ContractEntry]
    private var totals: DemandRunningTotals
    private var fills: Int64
    /// Grain-hours.
    private var openHours: Int64
    /// What the demand holds, and what else of the buyer's own money is free.
    private var hold: DemandHold
    private(set) var free: Money
    private(set) var planned: [PlannedFunding] = []

    init(
        _ demand: DemandEntry, applicant: ApplicantFacts, candidates: [ProgrammeCandidate], free: Money,
        dearestTariff: UnitPrice, leastReference: UnitPrice?, priceRule: PriceRule, waits: Bool, holdsOwn: Bool = true,
        at stamp: Stamp
    ) {
        self.demand = demand
        self.applicant = applicant
        self.candidates = candidates
        self.free = free
        self.dearestTariff = dearestTariff
        self.leastReference = leastReference
        self.priceRule = priceRule
        self.waits = waits
        self.holdsOwn = holdsOwn
        self.stamp = stamp
        contracts = demand.contracts
        totals = demand.totals
        fills = demand.fills
        openHours = demand.openHours
        hold = demand.hold
    }

    /// Accepts the demand: what it must hold is taken out of what is free, and of the lots.
    ///
    /// Errors: `fundsInsufficient`, `overflow`.
    mutating func accept() throws(Reason) -> DemandHold {
        let there = hold.own + free
        let accepted = try residualHold()
        guard accepted.own <= there else { throw .fundsInsufficient }
        free = there - accepted.own
        hold = accepted
        return accepted
    }

    /// Adds a fill to the walk, or leaves the walk as it is where the buyer's own money does not reach: for the
    /// fill itself, or for what stays open after it.
    ///
    /// - Returns: whether it was added.
    mutating func add(_ candidate: FundingCandidate) -> Bool {
        var next = self
        guard next.extend(candidate) else { return false }
        self = next
        return true
    }

    /// Adds a fill as `add`; of a probe only tells whether it could be added.
    mutating func judge(_ candidate: FundingCandidate, isProbe: Bool) -> Bool {
        isProbe ? admits(candidate) : add(candidate)
    }

    /// Whether the fill could be added; the walk stays as it is.
    func admits(_ candidate: FundingCandidate) -> Bool {
        var next = self
        return next.extend(candidate)
    }

    private mutating func extend(_ candidate: FundingCandidate) -> Bool {
        guard !waits else { return false }
        let measure = FillMeasure(
            priceSum: candidate.priceSum, chargeTariff: candidate.chargeTariff, quantity: candidate.quantity,
            hours: candidate.window.hours)
        guard let amounts = try? totals.add(measure) else { return false }
        let split = split(candidate, amounts)
        openHours -= candidate.quantity.milli * (candidate.milliScu ?? 1) * candidate.window.hours
        fills += 1
        captured(split, by: candidate.provider.id)
        let spent = split.own + amounts.transfer
        let there = hold.own + free
        guard spent <= there, let residual = try? residualHold(), residual.own <= there - spent else { return false }
        free = there - spent - residual.own
        hold = residual
        planned.append(PlannedFunding(amounts: amounts, split: split, residual: residual))
        return true
    }

    /// Splits the capacity line. A related provider is paid with own money alone.
    private func split(_ candidate: FundingCandidate, _ amounts: FillAmounts) -> FillSplit {
        let contract = contracts.first { $0.provider == candidate.provider.id }
        guard !candidates.isEmpty, !candidate.related else {
            return FillSplit(own: amounts.capacity, state: contract?.state ?? ContractState())
        }
        let terms = candidate.type.terms
        let facts = ContractFacts(
            kind: terms.kind, origin: terms.origin, service: terms.service, use: demand.terms.use,
            provider: candidate.provider.registration.creditCode, signedAt: contract?.signedAt ?? stamp,
            term: demand.terms.term, vat: candidate.offer.terms.vat, related: candidate.related)
        let fill = FillTerms(
            window: candidate.window, ask: candidate.offer.terms.price, priceSum: candidate.priceSum,
            lowestOpenSum: candidate.lowestOpenSum, reference: candidate.reference, type: terms,
            vat: candidate.offer.terms.vat, capacity: amounts.capacity)
        let request = FillRequest(
            demand: demand.id, applicant: applicant, contract: facts, terms: fill,
            state: contract?.state ?? ContractState(), at: stamp)
        return FillSplit.compute(request, candidates: candidates)
    }

    private mutating func captured(_ split: FillSplit, by provider: PartyID) {
        if let position = contracts.firstIndex(where: { $0.provider == provider }) {
            contracts[position].state = split.state
        } else {
            contracts.append(ContractEntry(provider: provider, signedAt: stamp, state: split.state))
        }
        guard let payer = split.payer else { return }
        candidates = candidates.map { candidate in
            candidate.programme == payer.programme && candidate.version == payer.version
                ? candidate.capturing(split.draws, demand: demand.id) : candidate
        }
    }

    /// What must be held for the rest, and what is then held of each lot.
    private mutating func residualHold() throws(Reason) -> DemandHold {
        let whole = try FundingWalk.hold(request(), candidates: candidates)
        let hold = holdsOwn ? whole : DemandHold(demand: demand.id, own: .zero, lots: whole.lots)
        if !candidates.isEmpty { candidates = candidates.map { $0.holding(hold.parts, demand: demand.id) } }
        return hold
    }

    private func request() -> HoldRequest {
        HoldRequest(
            demand: demand.id, limit: demand.terms.limit, grains: demand.terms.mostLeft(openHours),
            isScu: demand.terms.scu != nil, window: demand.terms.window, hours: 1, priceRule: priceRule,
            dearestTariff: dearestTariff, reference: leastReference,
            charged: totals.capacity.exact + totals.transfer.exact,
            posted: totals.capacity.posted + totals.transfer.posted, fills: fills,
            contracts: candidates.isEmpty ? [] : contracts.map(\.state))
    }

    /// The hold of a demand as it stands: at its acceptance, or when its lots have changed.
    func currentHold() throws(Reason) -> DemandHold { try FundingWalk.hold(request(), candidates: candidates) }

    /// The same lots, and own money for all that the open part may cost at the limit.
    func wholeHold() throws(Reason) -> DemandHold {
        DemandHold(demand: demand.id, own: try request().limitAmount(), lots: demand.hold.lots)
    }

    private static func hold(
        _ request: HoldRequest, candidates: [ProgrammeCandidate]
    ) throws(Reason) -> DemandHold {
        let calculation = try HoldCalculation.compute(request, candidates: candidates)
        return DemandHold(
            demand: request.demand, own: calculation.own,
            lots: calculation.lots.map { LotHold(lot: $0.lot, amounts: $0.amounts) })
    }
}

extension DemandHold {
    /// The lots' parts in the words of `Programmes`.
    var parts: [LotPart] { lots.map { LotPart(lot: $0.lot, amounts: $0.amounts) } }
}

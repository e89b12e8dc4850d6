import Domain

/// What a demand holds for the worst case: own money, and a part of each lot that may pay.
///
/// Own money is the limit amount less the *least* public share; each lot is held for the *greatest* share, at most
/// what is there. So the holds may sum to more than the limit amount.
public struct HoldCalculation: Hashable, Sendable {
    public let own: Money
    public let leastPublic: Money
    /// In the order of use; lots of which nothing is held are left out.
    public let lots: [LotPart]

    /// Computes the holds of what is still open. What the demand holds already counts as there.
    ///
    /// Candidates are those for `request.window`. Errors: `overflow`.
    ///
    /// - Complexity: O(candidates × lots).
    public static func compute(
        _ request: HoldRequest, candidates: [ProgrammeCandidate]
    ) throws(Reason) -> HoldCalculation {
        let limitAmount = try request.limitAmount()
        guard limitAmount > .zero else { return HoldCalculation(own: .zero, leastPublic: .zero, lots: []) }
        var lots: [LotPart] = []
        for candidate in candidates { lots += candidate.holds(request, limitAmount: limitAmount) }
        let least = try leastPublic(request, candidates: candidates)
        return HoldCalculation(own: limitAmount - least, leastPublic: least, lots: lots)
    }

    /// The least public share of what is open: that of the first candidate that pays anything at all, since a
    /// contract draws on one programme, and on that one first.
    private static func leastPublic(
        _ request: HoldRequest, candidates: [ProgrammeCandidate]
    ) throws(Reason) -> Money {
        guard request.priceRule == .listed,
            let first = candidates.first(where: { $0.rates.greatest > .zero && !$0.lots.isEmpty }),
            first.definition.mode == .deduct
        else { return .zero }
        return try first.leastShare(request)
    }
}

extension ProgrammeCandidate {
    /// Fills for which the rounding of a public share may fall short of the rate are foreseen up to this number;
    /// beyond it free money covers the difference.
    static let foreseenFills: Int64 = 16

    /// Least rate × min(limit − dearest tariff, reference × (1 + tolerance)) × quantity × hours, at most what lots
    /// that cover the whole window and caps can pay, in whole units of the programme's rounding.
    fileprivate func leastShare(_ request: HoldRequest) throws(Reason) -> Money {
        let base = try leastBase(request)
        let atRate = rates.least.of(base, .down)
        let slack = max(1, ProgrammeCandidate.foreseenFills - request.fills)
        let short = Money(fen: Int64(clamping: Int128(shortfallOfAFill) * Int128(slack)))
        let covering = lots.filter { $0.covers(request.window) }.reduce(Money.zero) {
            $0 + $1.available(to: request.demand)
        }
        let most = contractCapLeft(request).map { min(covering, $0) } ?? covering
        // What a lot or a cap cuts is rounded down; what only the rate bounds is foreseen in `short`.
        let whole = Money(fen: most.fen / definition.rounding.unit.fen * definition.rounding.unit.fen)
        return min(atRate > short ? atRate - short : .zero, whole)
    }

    /// What the rounding of one fill may cost its share, in fen: a unit, and one more where the tax is taken out of
    /// the base, which is rounded for itself.
    private var shortfallOfAFill: Int64 { definition.rounding.unit.fen + (definition.baseIncludesVAT ? 0 : 1) }

    private func leastBase(_ request: HoldRequest) throws(Reason) -> Money {
        var price = max(.zero, Int128(request.limit.microYuan) - Int128(request.dearestTariff.microYuan))
        for reference in [request.reference, leastTablePrice] {
            if let reference { price = min(price, definition.raised(reference)) }
        }
        let gross = try request.exact(price, .down).rounded(.down)
        return definition.baseIncludesVAT ? gross : request.vat.net(of: gross)
    }

    /// What period caps and the per-contract caps leave at least: one contract may take all that is open.
    private func contractCapLeft(_ request: HoldRequest) -> Money? {
        let paid = request.contracts.map { $0.totals(programme, version: version).amount }.max() ?? .zero
        let perContract = definition.caps.filter { $0.scope == .contract }.map { max(.zero, $0.amount - paid) }
        return ((capLeft.map { [$0] } ?? []) + perContract).min()
    }

    /// Holds each lot for the greatest share, in order; once lots that cover the window hold it all, the later ones
    /// are left alone.
    fileprivate func holds(_ request: HoldRequest, limitAmount: Money) -> [LotPart] {
        guard definition.mode != .postUse else { return [] }
        let greatest = greatestShare(request, limitAmount: limitAmount)
        var (parts, covered) = ([LotPart](), Money.zero)
        for lot in lots where covered < greatest {
            let amount = min(greatest - covered, lot.available(to: request.demand))
            guard amount > .zero else { continue }
            parts.append(LotPart(lot: lot.lot.id, amounts: lot.holdSplit(amount, demand: request.demand)))
            if lot.covers(request.window) { covered += amount }
        }
        return parts
    }

    /// Greatest rate × limit amount, and what the contracts so far fall short of, at most what the caps leave.
    private func greatestShare(_ request: HoldRequest, limitAmount: Money) -> Money {
        let fresh = rates.greatest.of(limitAmount, .up)
        let owed = request.contracts.reduce(Money.zero) {
            $0 + $1.totals(programme, version: version).shortfall
        }
        let unit = definition.rounding.unit.fen
        let units = Rounding.up.quotient(Int128((fresh + owed).fen), Int128(unit))
        let share = Money(fen: Int64(clamping: units * Int128(unit)))
        return capLeft.map { min($0, share) } ?? share
    }
}

import Accounting
import Domain
import Matching
import Programmes
import Records

// What would happen if a bundle were the next command. It is attempted as `submitBundle` does, on the state as it is; what
// the attempt takes is given back, no event tells of it, and the state's hash is the same after.
extension Exchange {
    /// How many lines attempts for remedies decide in all.
    static let mostLinesTried = 1_600

    /// What would become of a bundle, of each of its lines, at what cost; where a line is short, why, and what would.
    ///
    /// Errors: those of `submitBundle`, but for `fundsInsufficient`, which is an answer with its remedies.
    /// - Complexity: that of an attempt; with a short line also `mostLinesTried` walks at most, and O(types + offers).
    public mutating func preview(_ terms: BundleTerms, for buyer: PartyID) throws(Reason) -> BundlePreview {
        guard let party = parties.entry(buyer) else { throw .unknownParty }
        guard party.admitted else { throw .notAdmitted }
        let kept = draft
        draft = RecordDraft(sequence: sequence + 1, stamp: now)
        defer { draft = kept }
        let rehearsed = try rehearse(terms, for: buyer)
        return BundlePreview(
            refusal: rehearsed.refusal, lines: lines(of: rehearsed), short: short(of: rehearsed, terms, for: buyer))
    }

    /// What comes of an attempt at a bundle as it would be accepted.
    private struct RehearsedBundle {
        /// With what each line would hold.
        let tried: BundleInHand
        let attempt: BundleAttempt
        var refusal: Reason?
        /// It would be filled if no pair of parties were blocked, so it may not rest.
        var crossesBlock = false
    }

    /// Errors: those of `submitBundle` but seat and `fundsInsufficient`.
    ///
    /// - Parameter plain: a change of one line to ask what there is: the line takes what it gets.
    private mutating func rehearse(
        _ terms: BundleTerms, for buyer: PartyID, plain: LineChange? = nil, decidedMost: Int? = nil
    ) throws(Reason) -> RehearsedBundle {
        let (bundle, accepted) = try lines(of: terms, for: buyer)
        var entries = accepted
        if let plain { entries[plain.position].ask(plain.terms) }
        let (lots, caps) = (lots, caps)
        defer { (self.lots, self.caps) = (lots, caps) }
        var tried = BundleInHand(
            bundle: bundle, lines: entries, free: freeMoney(of: buyer), isExplained: decidedMost == nil,
            decidedMost: decidedMost)
        tried.rates = rates(for: &tried.lines)
        do throws(Reason) {
            try accept(&tried.lines, &tried.free)
        } catch {
            guard error == .fundsInsufficient else { throw error }
            return RehearsedBundle(tried: tried, attempt: .short(unaffordable(of: tried)), refusal: error)
        }
        let attempt = attempt(&tried)
        var rehearsed = RehearsedBundle(tried: tried, attempt: attempt)
        if case .short = attempt, decidedMost == nil, !terms.policy.immediate, pairs.concerns(buyer),
            case .fills = self.attempt(&tried, liftingBlocks: true)
        {
            rehearsed.crossesBlock = true
        }
        return rehearsed
    }

    /// The first line that the buyer cannot hold for.
    private func unaffordable(of tried: BundleInHand) -> ShortLine {
        let entry = tried.lines.first { $0.hold == .none($0.id) }!
        var short = ShortLine(id: entry.id, decision: Decision(refused: entry.id), first: nil)
        guard tried.isExplained else { return short }
        let funding = fundingWalk(entry, free: tried.free)
        let trial = trial(of: entry, from: nil, tried.rates)
        short.finding = finding(tried.bundle, entry, trial, funding, near: [], from: nil)
        return short
    }

    /// Numbers the subsidy classes of the lines, and rates them, beside the market's tables.
    private func rates(for lines: inout [DemandEntry]) -> SubsidyTable {
        var classes = subsidies
        for position in lines.indices {
            let demand = lines[position].demand
            lines[position].subsidyClass = classes.number(
                of: subsidyKey(of: demand), applicant: parties.entry(demand.buyer)!.applicant)
        }
        _ = rate(&classes)
        return classes.table
    }

    private func lines(of rehearsed: RehearsedBundle) -> [LinePreview] {
        let lines = rehearsed.tried.lines
        switch rehearsed.attempt {
        case .fills(let planned):
            var first = nextFill
            return zip(lines, planned).map { entry, line in
                let cost = cost(of: line.decision, line.funding, for: entry, from: first)
                first = FillID(first.number + Int64(cost.fills.count))
                return LinePreview(residual: .none, cost: cost)
            }
        case .short(let short):
            return lines.map { entry in
                let residual = residual(of: entry, short, rehearsed)
                return LinePreview(
                    residual: residual, cost: PlannedCost(holding: residual == .rest ? entry.hold : .none(entry.id)))
            }
        }
    }

    /// What becomes of a line of a bundle that is short.
    private func residual(of entry: DemandEntry, _ short: ShortLine, _ rehearsed: RehearsedBundle) -> Residual {
        if let refusal = rehearsed.refusal { return .cancel(refusal) }
        if rehearsed.crossesBlock { return .cancel(.wouldCrossBlock) }
        guard entry.terms.policy.immediate else { return .rest }
        return entry.id == short.id ? short.decision.residual : .cancel(.bundleUnfilled)
    }

    private mutating func short(
        of rehearsed: RehearsedBundle, _ terms: BundleTerms, for buyer: PartyID
    ) -> ShortLinePreview? {
        guard case .short(let short) = rehearsed.attempt, let finding = short.finding else { return nil }
        let position = Int(short.id.number - rehearsed.tried.bundle.id.number)
        return ShortLinePreview(
            position: position, start: finding.start, exclusions: finding.quest.counts, tooFar: finding.tooFar,
            halts: halts(concerning: rehearsed.tried.lines[position]),
            remedies: remedies(finding.quest, of: position, terms, for: buyer))
    }

    /// The nearest changes of one line by which an attempt fills all of them.
    private mutating func remedies(
        _ quest: RemedyQuest, of position: Int, _ terms: BundleTerms, for buyer: PartyID
    ) -> Remedies {
        var left = Self.mostLinesTried
        let remedies = quest.remedies(from: now.nextHour) { changed in
            guard left > 0 else { return nil }
            // What is asked for as much as there is: a bundle has no such line.
            let isPlain = !changed.policy.allOrNone
            let whole = isPlain ? (try? changed.with(policy: terms.policy)) : changed
            guard let whole, let other = try? terms.with(whole, at: position),
                let rehearsed = try? rehearse(
                    other, for: buyer, plain: isPlain ? LineChange(position: position, terms: changed) : nil,
                    decidedMost: left)
            else { return nil }
            left -= rehearsed.tried.decided
            switch rehearsed.attempt {
            case .fills(let lines): return lines[position].decision
            case .short(let short):
                let id = rehearsed.tried.lines[position].id
                return isPlain && short.id == id ? short.decision : Decision(refused: id)
            }
        }
        return Remedies(found: remedies.found, isExhaustive: remedies.isExhaustive && left > 0)
    }
}

/// Other terms of a line.
private struct LineChange {
    let position: Int
    let terms: DemandTerms
}

extension DemandEntry {
    /// The same demand with other terms.
    fileprivate mutating func ask(_ terms: DemandTerms) {
        self = DemandEntry(
            Demand(id: id, buyer: demand.buyer, terms: terms, place: demand.place), versions,
            subsidyClass: subsidyClass)
    }
}

extension BundleTerms {
    /// The same bundle with another line. Errors: those of `BundleTerms`.
    fileprivate func with(_ line: DemandTerms, at position: Int) throws(Reason) -> BundleTerms {
        var lines = lines
        lines[position] = line
        return try BundleTerms(lines: lines, bond: bond)
    }
}

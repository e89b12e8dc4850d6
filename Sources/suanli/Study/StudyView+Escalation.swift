import Domain
import MarketStudies
import WebPages

extension PoliciesView {
    /// Clears a book under every policy compared; nil where one cannot be solved.
    init?(_ book: HourBook, progress: (String) -> Void) {
        var outcomes: [PolicyOutcome] = []
        for policy in EscalationPolicy.compared(book.zones) {
            progress("policy " + policy.levels.map { "\($0)" }.joined(separator: ", "))
            guard let outcome = book.cleared(by: policy) else { return nil }
            outcomes.append(outcome)
        }
        guard let nation = outcomes.last else { return nil }
        self.init(
            hour: book.hour, offers: Int64(book.offerCount), demands: Int64(book.demandCount),
            unitsWanted: book.unitsWanted, policies: outcomes.map { PolicyView($0, nation: nation) })
    }
}

extension PolicyView {
    fileprivate init(_ outcome: PolicyOutcome, nation: PolicyOutcome) {
        let whole = max(1, nation.value.value)
        self.init(
            levels: outcome.policy.levels, unitsByLevel: outcome.unitsByRound, units: outcome.units,
            valueFen: outcome.value.fen, welfareFen: outcome.welfare.fen, policyTariffFen: outcome.policyTariff.fen,
            shareMillionths: Int64(
                clamping: Rounding.halfEven.quotient(outcome.value.value * 1_000_000, whole)),
            boundFen: outcome.policy == .nation ? outcome.bound.fen : nil)
    }
}

extension ReachView {
    init(_ run: SurgeRun) {
        self.init(
            level: run.reach, filled: run.filled, fillSeconds: WaitView(run.waits), priceMicroYuan: run.priceMicroYuan,
            filledByHour: run.filledByHour)
    }
}

extension BandView {
    init(_ study: BandStudy, seed: UInt64, hoursLater: Int64) {
        self.init(
            seed: seed, hoursLater: hoursLater, rested: study.rested, told: study.told, filled: study.filled,
            before: study.before, within: study.within, after: study.after)
    }
}

import Domain
import ExchangeAPI
import Matching
import Trading
import Wording

extension BundlePreviewResource {
    init(_ preview: BundlePreview, _ language: Language) {
        self.init(
            lines: preview.lines.map { line in
                LinePreviewBody(
                    state: line.residual.state, reason: line.residual.reason,
                    fills: line.cost.fills.map(PlannedFillBody.init), cost: CostBody(line.cost))
            },
            text: Wording.sentence(shortLine: preview.short?.position, language),
            short: preview.short.map { ShortLineBody($0, language) })
    }
}

extension ShortLineBody {
    fileprivate init(_ short: ShortLinePreview, _ language: Language) {
        self.init(
            line: Int64(short.position), start: short.start, exclusions: ExclusionsBody(short.exclusions),
            tooFar: short.tooFar, halts: short.halts,
            remedies: short.remedies.found.map { RemedyBody($0, language) },
            exhaustive: short.remedies.isExhaustive)
    }
}

extension Residual {
    /// What a demand is that this is left of.
    var state: OrderState {
        switch self {
        case .none: .filled
        case .rest: .open
        case .cancel: .closed
        }
    }

    /// Why it is given up.
    var reason: Reason? {
        if case .cancel(let reason) = self { reason } else { nil }
    }
}

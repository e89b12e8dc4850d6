import Domain

/// One change of a demand's terms.
public enum TermChange: Hashable, Sendable {
    case limit(UnitPrice)
    case window(Window)
    /// Microseconds; nil asks nothing.
    case latency(Int64?)
    case level(ZoneLevel)
    /// These requirements in place of those: relaxed in one dimension of the instance type, or in the tier.
    case requirements(Requirements, relaxed: Dimension)
    case quantity(Quantity)
    /// Of a demand in SCU: counted at another precision.
    case precision(Precision)
    /// Of a demand in SCU: how far fills may miss its quantity.
    case tolerance(BasisPoints)
}

extension TermChange {
    /// The terms with this change. A minimum fill beyond the quantity comes down with it.
    ///
    /// Errors: those of `FillPolicy` and `DemandTerms`; none for terms that were valid.
    func applied(to terms: DemandTerms) throws(Reason) -> DemandTerms {
        switch self {
        case .limit(let limit): try terms.with(limit: limit)
        case .window(let window): try terms.with(window: window)
        case .latency(let most):
            try terms.with(reach: Reach(level: terms.reach.level, latencyMicrosecondsMost: most))
        case .level(let level):
            try terms.with(reach: Reach(level: level, latencyMicrosecondsMost: terms.reach.latencyMicrosecondsMost))
        case .requirements(let requirements, _): try terms.with(requirements: requirements)
        case .quantity(let quantity):
            try terms.with(
                quantity: quantity, policy: terms.policy.with(minimum: min(terms.policy.minimum, quantity)))
        case .precision(let precision):
            try terms.measured { old throws(Reason) in try ScuMeasure(precision: precision, tolerance: old.tolerance) }
        case .tolerance(let tolerance):
            try terms.measured { old throws(Reason) in try ScuMeasure(precision: old.precision, tolerance: tolerance) }
        }
    }

    /// Where it stands among changes of the same distance.
    var rank: Int {
        switch self {
        case .limit: 0
        case .window: 1
        case .latency: 2
        case .level: 3
        case .requirements: 4
        case .quantity: 5
        case .precision: 6
        case .tolerance: 7
        }
    }
}

extension DemandTerms {
    /// Counted in another measure, where they are in SCU. Errors: those of `change` and of `DemandTerms`.
    fileprivate func measured(by change: (ScuMeasure) throws(Reason) -> ScuMeasure) throws(Reason) -> DemandTerms {
        guard let scu else { return self }
        return try with(scu: .some(change(scu)))
    }
}

import Domain

/// The least and the greatest rate that a programme may pay over the class pairs a demand allows.
public struct RateRange: Hashable, Sendable {
    /// On the programme's base; zero where any allowed pair has none, or the amount could fail a minimum.
    public let least: BasisPoints
    public let greatest: BasisPoints

    public init(least: BasisPoints, greatest: BasisPoints) {
        self.least = least
        self.greatest = greatest
    }

    public static let none = RateRange(least: .zero, greatest: .zero)

    /// The range over every pair that the demand's terms allow, offered yet or not.
    ///
    /// The least is zero where the programme lists its providers (others may serve), where a minimum could fail,
    /// and where the demand accepts related providers, who get no public money.
    public static func of(
        _ definition: ProgrammeDefinition, applicant: ApplicantFacts, terms: DemandTerms, at stamp: Stamp
    ) -> RateRange {
        guard definition.refusal(of: applicant, at: stamp) == nil else { return .none }
        let rates = pairs(terms, at: stamp, definition).map { definition.rate(applicant: applicant, contract: $0) }
        let certain =
            definition.providers == nil && definition.minimum == .zero && !terms.acceptsRelated
        return RateRange(least: certain ? rates.min() ?? .zero : .zero, greatest: rates.max() ?? .zero)
    }

    /// One contract for each resource kind, chip origin and service that the requirements leave open.
    private static func pairs(
        _ terms: DemandTerms, at stamp: Stamp, _ definition: ProgrammeDefinition
    ) -> [ContractFacts] {
        let asked = terms.requirements
        let kinds = asked.kind.map { [$0] } ?? (asked.chips.isEmpty ? ResourceKind.allCases : [.accelerator])
        let origins = asked.origin.map { [$0] } ?? ChipOrigin.allCases
        let services = asked.services.isEmpty ? ServiceKind.allCases : asked.services
        return kinds.flatMap { kind in
            origins.flatMap { origin in
                services.map { service in
                    ContractFacts(
                        kind: kind, origin: origin, service: service, use: terms.use,
                        provider: definition.providers?.first, signedAt: stamp, term: terms.term,
                        vat: .cloudService)
                }
            }
        }
    }
}

extension ProgrammeDefinition {
    /// The tier's rate on the base, whatever the mode; zero where the contract is not covered.
    func rate(applicant: ApplicantFacts, contract: ContractFacts) -> BasisPoints {
        guard refusal(of: contract) == nil else { return .zero }
        return rateTier(applicant: applicant, contract: contract)?.rate ?? .zero
    }
}

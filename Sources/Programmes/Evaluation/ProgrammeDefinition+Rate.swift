import Domain

extension ProgrammeDefinition {
    /// The tier that applies to a contract: the first whose conditions all hold, or, with `higherOf`, the one
    /// of the highest rate (the first of equals). nil where none holds.
    public func rateTier(applicant: ApplicantFacts, contract: ContractFacts) -> RateTier? {
        let holding = rates.lazy.filter { tier in
            tier.conditions.allSatisfy { $0.holds(for: applicant) ?? $0.holds(for: contract) ?? false }
        }
        return higherOf ? highest(Array(holding)) : holding.first
    }

    /// The highest tier that some contract of this applicant may reach: what the face of a lot is set with.
    ///
    /// Conditions on the contract count as holding; a tier behind one without such conditions is out of reach.
    public func highestRateTier(applicant: ApplicantFacts) -> RateTier? {
        var reachable: [RateTier] = []
        for tier in rates where tier.conditions.allSatisfy({ $0.holds(for: applicant) ?? true }) {
            reachable.append(tier)
            if !higherOf, tier.conditions.allSatisfy({ $0.holds(for: applicant) != nil }) { break }
        }
        return highest(reachable)
    }

    /// The `deduct` rate of a class pair on the price, VAT included, before every cap, minimum and pool.
    ///
    /// Zero in the other modes, for an applicant or a contract that is not covered, and where no tier holds.
    /// Where the base is without VAT, the rate is on the net price, so less than the tier's on the price.
    public func nominalRate(applicant: ApplicantFacts, contract: ContractFacts, at stamp: Stamp) -> BasisPoints {
        guard mode == .deduct, refusal(of: applicant, at: stamp) == nil, refusal(of: contract) == nil,
            let tier = rateTier(applicant: applicant, contract: contract)
        else { return .zero }
        guard !baseIncludesVAT else { return tier.rate }
        let net = Rounding.down.quotient(Int128(tier.rate.value) * 100, Int128(100 + contract.vat.percent))
        return BasisPoints(unchecked: Int64(net))
    }

    private func highest(_ tiers: [RateTier]) -> RateTier? {
        tiers.reduce(nil) { best, tier in best.map { tier.rate > $0.rate ? tier : $0 } ?? tier }
    }
}

extension RateCondition {
    /// Whether it holds for the applicant; nil where it asks about the contract.
    func holds(for applicant: ApplicantFacts) -> Bool? {
        switch self {
        case .size(let sizes): sizes.contains(applicant.size)
        case .attribute(let attribute): applicant.has(attribute)
        case .chipOrigin, .use, .service: nil
        }
    }

    /// Whether it holds for the contract; nil where it asks about the applicant.
    func holds(for contract: ContractFacts) -> Bool? {
        switch self {
        case .chipOrigin(let origin): contract.origin == origin
        case .use(let uses): uses.contains(contract.use)
        case .service(let services): services.contains(contract.service)
        case .size, .attribute: nil
        }
    }
}

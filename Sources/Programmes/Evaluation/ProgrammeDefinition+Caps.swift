import Domain

extension ProgrammeDefinition {
    /// The caps that bind this firm: those of which it is not relieved by an attribute.
    public func caps(binding profile: FirmProfile) -> [Cap] {
        caps.filter { cap in !cap.waivedFor.contains { profile.attributes.contains($0) } }
    }

    /// Runs the phases from the per-contract cap to the rounding on what the rate phase left.
    ///
    /// - Parameters:
    ///   - paid: what the contract got before; the limits are what may come on top of it.
    ///   - most: what the contract may have in all by its base.
    func finish(
        _ chain: inout PhaseChain, profile: FirmProfile, paid: Money, most: Money, limits: EvaluationLimits,
        minimum: Money
    ) -> Money {
        for cap in caps(binding: profile) where cap.scope == .contract {
            chain.limit(.contractCap, rule: cap.id, to: cap.amount, reason: .capReached)
        }
        for cap in limits.periodCaps {
            chain.limit(.periodCap, rule: cap.cap, to: paid + cap.amount, reason: .capReached)
        }
        if let rest = limits.crossProgramme {
            chain.limit(.crossProgrammeCap, rule: nil, to: paid + rest, reason: .capReached)
        }
        if let pot = limits.pot { chain.limit(.pot, rule: nil, to: paid + pot, reason: .poolInsufficient) }
        chain.bound(to: most)
        return chain.rounded(rounding, minimum: minimum)
    }
}

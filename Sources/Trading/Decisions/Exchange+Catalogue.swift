import Domain
import Records

extension Exchange {
    /// Errors: `seatForbidden`, `alreadyExists`, `unknownZone` (parent), `identifierInvalid` (level not below the parent's).
    mutating func defineZone(_ terms: ZoneTerms) throws(Reason) {
        try require(.operator)
        guard catalogue.zone(code: terms.code) == nil else { throw .alreadyExists }
        if let parent = terms.parent {
            guard let above = catalogue.zone(parent) else { throw .unknownZone }
            guard above.level < terms.level else { throw .identifierInvalid }
        } else if terms.level != .nation {
            throw .unknownZone
        }
        let id = ZoneID(Int64(catalogue.zones.count) + 1)
        emit(
            .zoneDefined(
                Zone(
                    id: id, code: terms.code, name: terms.name, nameEnglish: terms.nameEnglish, level: terms.level,
                    parent: terms.parent)))
    }

    /// Errors: `seatForbidden`, `unknownZone`, `alreadyExists` (two links for one pair).
    mutating func publishNetwork(_ links: [Link]) throws(Reason) {
        try require(.operator)
        var pairs: Set<[ZoneID]> = []
        for link in links {
            guard catalogue.zone(link.from) != nil, catalogue.zone(link.to) != nil else { throw .unknownZone }
            guard pairs.insert([link.from, link.to]).inserted else { throw .alreadyExists }
        }
        emit(.networkPublished(version: catalogue.networkVersion + 1, links))
    }

    /// Errors: `seatForbidden`, `alreadyExists` (a chip twice).
    mutating func publishConversion(_ chips: [Chip]) throws(Reason) {
        try require(.operator)
        guard Set(chips.map(\.code)).count == chips.count else { throw .alreadyExists }
        emit(.conversionPublished(version: catalogue.conversionVersion + 1, chips))
    }

    /// Errors: `seatForbidden`, `rateOutOfRange` (hours negative or above a year), `alreadyExists` (another price
    /// rule once an offer has been listed).
    mutating func setPolicy(_ policy: MarketPolicy) throws(Reason) {
        try require(.operator)
        guard
            [policy.contestHours, policy.reportHours, policy.missedHoursToEnd]
                .allSatisfy({ (0...8_760).contains($0) })
        else {
            throw .rateOutOfRange
        }
        guard policy.priceRule == catalogue.policy.priceRule || orders.offers.isEmpty else { throw .alreadyExists }
        emit(.policySet(version: catalogue.policyVersion + 1, policy))
    }

    /// Errors: `seatForbidden`, `alreadyExists`, `unknownChip`, `rateAboveDense`, `quantityTooLarge`.
    mutating func defineInstanceType(_ terms: InstanceTypeTerms) throws(Reason) {
        try require(.operator, .provider)
        guard catalogue.type(code: terms.code) == nil else { throw .alreadyExists }
        try checkRates(terms)
        guard
            [terms.chipsMilli, terms.chipMemoryBytes, terms.vcpuMilli, terms.memoryBytes]
                .allSatisfy({ (0...(1 << 60)).contains($0) })
        else { throw .quantityTooLarge }
        let id = InstanceTypeID(Int64(catalogue.types.count) + 1)
        emit(.instanceTypeDefined(InstanceType(id: id, terms: terms)))
    }

    /// A listing whose declared rate is above the table's dense rate is refused: sparse figures are twice as high.
    private func checkRates(_ terms: InstanceTypeTerms) throws(Reason) {
        guard let code = terms.chip else { return }
        guard let chip = catalogue.chip(code) else { throw .unknownChip }
        for declared in terms.declaredRates {
            guard let dense = chip.rate(declared.precision), declared.milliTeraflops <= dense else {
                throw .rateAboveDense
            }
        }
    }
}

import Domain
import Records

extension AuditedMarket {
    /// Milli-SCU a unit of what is filled, by the table that the demand is pinned to, to the nearest and a tie to the even;
    /// nil in units, and where the table has no such rate.
    func worth(_ fill: Fill, _ demand: AuditedDemand) -> Int64? {
        guard let scu = demand.terms.scu, let type = offers[fill.offer].flatMap({ types[$0.offer.terms.instanceType] }),
            let chip = conversions[demand.conversion]?.first(where: { $0.code == type.chip }),
            let rate = chip.rates.first(where: { $0.precision == scu.precision })
        else { return nil }
        let product = Int128(rate.milliTeraflops) * Int128(type.chipsMilli)
        let (whole, rest) = product.quotientAndRemainder(dividingBy: 312_000)
        let isUp = rest * 2 > 312_000 || (rest * 2 == 312_000 && whole % 2 == 1)
        return Int64(clamping: isUp ? whole + 1 : whole)
    }
}

extension DemandTerms {
    /// The quantity in milli-units, or micro-SCU.
    var wanted: Int64 { scu == nil ? quantity.milli : quantity.milli * 1_000 }

    /// What fills may be short of it or beyond.
    var slack: Int64 { scu.map { Int64(Int128(wanted) * Int128($0.tolerance.value) / 10_000) } ?? 0 }
}

extension AuditedDemand {
    /// What is open under these terms, as an event tells it: in milli-units, or in milli-SCU rounded up; nil where a unit
    /// has a part of its hours.
    func told(_ terms: DemandTerms) -> Int64? {
        guard openHours % terms.hours == 0 else { return nil }
        let open = openHours / terms.hours
        return terms.scu == nil ? open : max(0, (open + 999) / 1_000)
    }

    func isOverfilled(_ terms: DemandTerms) -> Bool { openHours + terms.slack * terms.hours < 0 }
}

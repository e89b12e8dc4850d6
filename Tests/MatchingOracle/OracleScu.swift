import Domain

// Demands in SCU: what an offer's unit is worth to them, counted by hand.
extension OracleMarket {
    /// Micro-SCU a milli-unit of a type, by the table that came with the demand's links: rate × chips / 312 TFLOPS, to the
    /// nearest, a tie to the even; 1 in units, nil where the table does not say. Looked up once for each demand and type.
    func worth(_ rest: OracleRest, _ type: InstanceTypeID) -> Int64? {
        guard rest.terms.scu != nil else { return 1 }
        let key = [rest.entry.demand.id.number, type.number]
        if let known = knownWorth[key] { return known }
        let worth = reckoned(rest, type)
        knownWorth[key] = .some(worth)
        return worth
    }

    private func reckoned(_ rest: OracleRest, _ type: InstanceTypeID) -> Int64? {
        guard let terms = types.first(where: { $0.id == type })?.terms, let code = terms.chip,
            let chips = conversions.first(where: { $0.links == rest.entry.links })?.chips,
            let rates = chips.first(where: { $0.code == code })?.rates,
            let rate = rates.first(where: { $0.precision == rest.terms.scu?.precision })?.milliTeraflops
        else { return nil }
        let product = Int128(rate) * Int128(terms.chipsMilli)
        var whole = product / 312_000
        let twice = 2 * (product - whole * 312_000)
        if twice > 312_000 || twice == 312_000 && whole % 2 == 1 { whole += 1 }
        return whole > 0 ? Int64(whole) : nil
    }

    /// All that it wants, and by how much it may be missed: milli-units, or micro-SCU.
    func wanted(_ terms: DemandTerms) -> Int64 { terms.quantity.milli * (terms.scu == nil ? 1 : 1_000) }

    func slack(_ terms: DemandTerms) -> Int64 {
        Int64(Int128(wanted(terms)) * Int128(terms.scu?.tolerance.value ?? 0) / 10_000)
    }

    func slack(_ rest: OracleRest) -> Int64 { slack(rest.terms) }

    func isComplete(_ rest: OracleRest) -> Bool { rest.open <= slack(rest) }

    /// What is open as it is told: of micro-SCU the next whole milli-SCU.
    func told(_ rest: OracleRest) -> Int64 {
        guard rest.terms.scu != nil else { return rest.open }
        var milli = max(0, rest.open / 1_000)
        while milli * 1_000 < rest.open { milli += 1 }
        return milli
    }

    /// Whether a sum over the hours is within the limit.
    func isWithinLimit(_ sum: Int64, _ rest: OracleRest, _ type: InstanceTypeID, hours: Int64) -> Bool {
        let limit = Int128(rest.terms.limit.microYuan) * Int128(hours)
        guard rest.terms.scu != nil else { return Int128(sum) <= limit }
        return Int128(sum) * 1_000 <= limit * Int128(worth(rest, type) ?? 0)
    }

    /// The limit for a unit of a type over the hours, less the charge: the largest whole number within it.
    func limitSum(_ rest: OracleRest, _ offer: OracleOffer, _ window: Window) -> Int64 {
        let hours = Int64((window.start..<window.end).count)
        let whole = Int128(rest.terms.limit.microYuan) * Int128(hours)
        let charge = tariffs(rest, offer).charge * hours
        guard rest.terms.scu != nil else { return Int64(whole) - charge }
        return Int64(whole * Int128(worth(rest, offer.offer.terms.instanceType) ?? 0) / 1_000) - charge
    }

    /// Lot by lot: as many as there are, until what is wanted is reached, none of them beyond the upper end.
    func milli(of offer: OracleOffer, _ rest: OracleRest, left: Int64) -> Int64 {
        let (lot, free) = (lot(offer), least(offer, rest.terms.window))
        let amount = lot * (worth(rest, offer.offer.terms.instanceType) ?? 0)
        var (milli, open) = (Int64(0), left)
        while open > 0, milli + lot <= free, open - amount >= -slack(rest) {
            milli += lot
            open -= amount
        }
        return milli
    }
}

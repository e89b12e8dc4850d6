import Domain

struct OracleFill {
    let offer: OracleMarket.OracleOffer
    let window: Window
    let milli: Int64
    /// What that is to the demand: milli-units, or micro-SCU.
    let amount: Int64

    init(offer: OracleMarket.OracleOffer, window: Window, milli: Int64, amount: Int64? = nil) {
        self.offer = offer
        self.window = window
        self.milli = milli
        self.amount = amount ?? milli
    }
}

extension OracleMarket {
    /// What one walk takes, whatever the fill policy.
    func walk(_ rest: OracleRest, lifting: Bool) -> [OracleFill] {
        if let chosen = rest.terms.chosenHours {
            return chosen.leastPiece < chosen.count
                ? piecesWalk(rest, chosen, lifting: lifting) : choosingWalk(rest, lifting: lifting)
        }
        let window = rest.terms.window
        var left = rest.open
        var provider = rest.provider
        var fills: [OracleFill] = []
        for offer in offers.filter({ couldTake(rest, $0) && !suspended.contains($0.offer.id) }).sorted(by: {
            goesBefore($0, $1, rest)
        }) {
            if !lifting, isBlocked(rest, offer) { continue }
            if let provider, provider != offer.offer.provider { continue }
            if left <= slack(rest) { break }
            let milli = milli(of: offer, rest, left: left)
            guard milli > 0, mayServe(rest, offer, beside: fills) else { continue }
            let amount = milli * (worth(rest, offer.offer.terms.instanceType) ?? 0)
            fills.append(OracleFill(offer: offer, window: window, milli: milli, amount: amount))
            left -= amount
            if rest.terms.singleProvider { provider = offer.offer.provider }
        }
        return fills
    }

    /// What one walk takes where the hours are to be chosen: of every run of every offer the first, again and again.
    private func choosingWalk(_ rest: OracleRest, lifting: Bool) -> [OracleFill] {
        var left = rest.open
        var provider = rest.provider
        var fills: [OracleFill] = []
        var there = offers.filter {
            isEligible(rest, $0) && (lifting || !isBlocked(rest, $0)) && !suspended.contains($0.offer.id)
        }
        while let first = candidates(rest, there).min(by: { goesBefore($0, $1, rest) }) {
            let id = first.offer.offer.id
            let milli = min(left, first.milli) / lot(first.offer) * lot(first.offer)
            let isOfAnother = provider.map { $0 != first.offer.offer.provider } ?? false
            guard milli > 0, !isOfAnother, mayServe(rest, first.offer, beside: fills) else {
                there.removeAll { $0.offer.id == id }
                continue
            }
            fills.append(OracleFill(offer: first.offer, window: first.window, milli: milli))
            left -= milli
            if rest.terms.singleProvider { provider = first.offer.offer.provider }
            for position in there.indices where there[position].offer.id == id {
                there[position].taken.append((first.window, milli))
            }
        }
        return fills
    }

    /// Every run that has a lot free, within the limit.
    private func candidates(_ rest: OracleRest, _ offers: [OracleOffer]) -> [OracleFill] {
        offers.flatMap { offer in
            windows(rest).filter { isWithinLimit(rest, offer, $0) }
                .map { OracleFill(offer: offer, window: $0, milli: least(offer, $0)) }
                .filter { $0.milli >= lot(offer) }
        }
    }

    /// As offers, but that the earlier start comes before the earlier place.
    func goesBefore(_ left: OracleFill, _ right: OracleFill, _ rest: OracleRest) -> Bool {
        let (leftCost, rightCost) = (costs(left.offer, rest, left.window), costs(right.offer, rest, right.window))
        if leftCost.net != rightCost.net { return leftCost.net < rightCost.net }
        if leftCost.gross != rightCost.gross { return leftCost.gross < rightCost.gross }
        if left.window.start != right.window.start { return left.window.start < right.window.start }
        return isEarlier(left.offer.offer.place, right.offer.offer.place)
    }

    /// The fills, or none where the policy asks for more than they are together.
    func judged(_ fills: [OracleFill], _ rest: OracleRest) -> [OracleFill] {
        let total = units(fills, rest)
        if total >= rest.open - slack(rest) { return fills }
        if rest.terms.policy.allOrNone { return [] }
        let isFirst = rest.open == wanted(rest.terms)
        let minimum = rest.terms.policy.minimum.milli * (rest.terms.scu == nil ? 1 : 1_000)
        return isFirst && total < minimum ? [] : fills
    }

    func event(_ fill: OracleFill, _ rest: OracleRest, shadow: Int64 = 0) -> OracleEvent {
        let (demand, offer) = (rest.entry.demand, fill.offer.offer)
        let ask = hourlyPrices(offer, fill.window).reduce(0, +)
        let charge = tariffs(rest, fill.offer).charge
        let demandIsOlder =
            [demand.place.sequence, demand.place.position]
            .lexicographicallyPrecedes([offer.place.sequence, offer.place.position])
        let price =
            rule == .resting && demandIsOlder
            ? limitSum(rest, fill.offer, fill.window) : rule == .clearing ? ask + shadow : ask
        return .filled(
            demand.id, offer.id, over: fill.window, milli: fill.milli, askSum: ask, priceSum: price, charge: charge,
            isRelated: relations[[demand.buyer, offer.provider]] == 1)
    }

    /// Units that get all their hours by these fills; in SCU what they come to.
    func units(_ fills: [OracleFill], _ rest: OracleRest) -> Int64 {
        fills.reduce(0) { $0 + $1.amount * Int64(($1.window.start..<$1.window.end).count) } / hours(rest)
    }

    func lot(_ offer: OracleOffer) -> Int64 { offer.offer.terms.lotSize.milli }

    /// The smallest quantity free at any hour of the window.
    func least(_ offer: OracleOffer, _ window: Window) -> Int64 {
        (window.start..<window.end).map { hour in
            let listed = offer.offer.terms.schedule.steps
                .filter { $0.window.start <= hour && hour < $0.window.end }.reduce(0) { $0 + $1.quantity.milli }
            let taken = offer.taken.filter { $0.window.start <= hour && hour < $0.window.end }
            return listed - taken.reduce(0) { $0 + $1.milli }
        }.min() ?? 0
    }

    /// The ask of each hour: the market's week begins on Monday 00:00 in Shanghai, eight hours before UTC's.
    func hourlyPrices(_ offer: Offer, _ window: Window) -> [Int64] {
        (window.start..<window.end).map { hour in
            switch offer.terms.price {
            case .flat(let price): price.microYuan
            // Hour 0 was Thursday 08:00 in Shanghai: hour 80 of a week.
            case .hourOfWeek(let prices): prices[Int((hour + 80) % 168)].microYuan
            }
        }
    }

    /// Rank cost, then price and tariff, both over what a unit is worth, then place; costs as sums over the hours in
    /// 1/10,000 micro-yuan.
    func goesBefore(_ left: OracleOffer, _ right: OracleOffer, _ rest: OracleRest) -> Bool {
        let window = rest.terms.window
        let (leftCost, rightCost) = (costs(left, rest, window), costs(right, rest, window))
        let leftWorth = Int128(worth(rest, left.offer.terms.instanceType) ?? 0)
        let rightWorth = Int128(worth(rest, right.offer.terms.instanceType) ?? 0)
        if leftCost.net * rightWorth != rightCost.net * leftWorth {
            return leftCost.net * rightWorth < rightCost.net * leftWorth
        }
        if leftCost.gross * rightWorth != rightCost.gross * leftWorth {
            return leftCost.gross * rightWorth < rightCost.gross * leftWorth
        }
        let (left, right) = (left.offer.place, right.offer.place)
        return [left.sequence, left.position].lexicographicallyPrecedes([right.sequence, right.position])
    }

    /// Nominal subsidy in basis points.
    func rate(_ offer: OracleOffer, _ rest: OracleRest) -> Int64 {
        rates[[Int64(rest.entry.subsidyClass), Int64(offer.admissionClass), offer.offer.terms.instanceType.number]] ?? 0
    }

    func costs(_ offer: OracleOffer, _ rest: OracleRest, _ window: Window) -> (
        net: Int128, gross: Int128
    ) {
        let rate = rate(offer, rest)
        let tariff = tariffs(rest, offer)
        var (net, gross): (Int128, Int128) = (0, 0)
        for price in hourlyPrices(offer.offer, window) {
            let whole = Int128(price + tariff.charge + tariff.policy)
            gross += whole
            net += whole * 10_000 - Int128(price) * Int128(rate)
        }
        return (net, gross)
    }
}

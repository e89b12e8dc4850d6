import Domain

struct OracleFill {
    let offer: OracleMarket.OracleOffer
    let milli: Int64
    /// What that is to the demand: milli-units, or micro-SCU.
    let amount: Int64
}

extension OracleMarket {
    /// What one walk takes, whatever the fill policy.
    func walk(_ rest: OracleRest, lifting: Bool) -> [OracleFill] {
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
            guard milli > 0, funds(rest.entry.demand.id, offer.offer.id) else { continue }
            let amount = milli * (worth(rest, offer.offer.terms.instanceType) ?? 0)
            fills.append(OracleFill(offer: offer, milli: milli, amount: amount))
            left -= amount
            if rest.terms.singleProvider { provider = offer.offer.provider }
        }
        return fills
    }

    /// The fills, or none where the policy asks for more than they are together.
    func judged(_ fills: [OracleFill], _ rest: OracleRest) -> [OracleFill] {
        let total = fills.reduce(0) { $0 + $1.amount }
        if total >= rest.open - slack(rest) { return fills }
        if rest.terms.policy.allOrNone { return [] }
        let isFirst = rest.open == wanted(rest.terms)
        let minimum = rest.terms.policy.minimum.milli * (rest.terms.scu == nil ? 1 : 1_000)
        return isFirst && total < minimum ? [] : fills
    }

    func event(_ fill: OracleFill, _ rest: OracleRest, shadow: Int64 = 0) -> OracleEvent {
        let (demand, offer) = (rest.entry.demand, fill.offer.offer)
        let ask = hourlyPrices(offer, demand.terms.window).reduce(0, +)
        let charge = tariffs(rest, fill.offer).charge
        let demandIsOlder =
            [demand.place.sequence, demand.place.position]
            .lexicographicallyPrecedes([offer.place.sequence, offer.place.position])
        let maker = demand.terms.window.start..<demand.terms.window.end
        let price =
            rule == .resting && demandIsOlder
            ? limitSum(rest, fill.offer)
            : rule == .clearing ? maker.reduce(ask) { sum, _ in sum + shadow } : ask
        return .filled(
            demand.id, offer.id, milli: fill.milli, askSum: ask, priceSum: price, charge: charge,
            isRelated: relations[[demand.buyer, offer.provider]] == 1)
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
        let (leftCost, rightCost) = (costs(left, rest), costs(right, rest))
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

    private func costs(_ offer: OracleOffer, _ rest: OracleRest) -> (net: Int128, gross: Int128) {
        let rate =
            rates[
                [Int64(rest.entry.subsidyClass), Int64(offer.admissionClass), offer.offer.terms.instanceType.number]]
            ?? 0
        let tariff = tariffs(rest, offer)
        var (net, gross): (Int128, Int128) = (0, 0)
        for price in hourlyPrices(offer.offer, rest.terms.window) {
            let whole = Int128(price + tariff.charge + tariff.policy)
            gross += whole
            net += whole * 10_000 - Int128(price) * Int128(rate)
        }
        return (net, gross)
    }
}

import Domain

/// Units that have taken the same so far.
private struct Bundle {
    var milli: Int64
    /// Positions in the list of what was taken.
    var takes: [Int] = []
    var windows: [Window] = []
    var had: Int64 { windows.reduce(0) { $0 + Int64(($1.start..<$1.end).count) } }
}

extension OracleMarket {
    /// What a walk takes where hours may be in pieces: pass after pass, until no unit gets all its hours any more.
    func piecesWalk(_ rest: OracleRest, _ chosen: ChosenHours, lifting: Bool) -> [OracleFill] {
        var (left, kept) = (rest, [OracleFill]())
        var there = offers.filter { (lifting || !isBlocked(rest, $0)) && !suspended.contains($0.offer.id) }
        while left.open > 0 {
            let taken = pass(left, chosen, &there)
            guard !taken.isEmpty else { break }
            kept += taken
            left.open -= units(taken, rest)
            if rest.terms.singleProvider { left.provider = taken[0].offer.offer.provider }
            for fill in taken {
                for position in there.indices where there[position].offer.id == fill.offer.offer.id {
                    there[position].taken.append((fill.window, fill.milli))
                }
            }
        }
        return kept
    }

    private func pass(
        _ rest: OracleRest, _ chosen: ChosenHours, _ there: inout [OracleOffer]
    ) -> [OracleFill] {
        var (rest, offers) = (rest, there)
        var (open, whole, takes) = ([Bundle(milli: rest.open)], [Bundle](), [OracleFill]())
        while let (bundle, first) = first(of: open, takes, rest, chosen, offers) {
            let id = first.offer.offer.id
            guard mayServe(rest, first.offer, beside: []) else {
                offers.removeAll { $0.offer.id == id }
                there.removeAll { $0.offer.id == id }
                continue
            }
            let milli = min(open[bundle].milli, first.milli) / lot(first.offer) * lot(first.offer)
            for position in offers.indices where offers[position].offer.id == id {
                offers[position].taken.append((first.window, milli))
            }
            if rest.terms.singleProvider { rest.provider = first.offer.offer.provider }
            var served = open[bundle]
            open[bundle].milli -= milli
            if open[bundle].milli == 0 { open.remove(at: bundle) }
            served.milli = milli
            served.takes.append(takes.count)
            served.windows.append(first.window)
            takes.append(OracleFill(offer: first.offer, window: first.window, milli: milli))
            if served.had == chosen.count { whole.append(served) } else { open.append(served) }
        }
        return takes.indices.compactMap { number in
            let milli = whole.filter { $0.takes.contains(number) }.reduce(0) { $0 + $1.milli }
            return milli > 0
                ? OracleFill(offer: takes[number].offer, window: takes[number].window, milli: milli) : nil
        }
    }

    /// The first of all runs for all bundles.
    private func first(
        of bundles: [Bundle], _ takes: [OracleFill], _ rest: OracleRest, _ chosen: ChosenHours,
        _ offers: [OracleOffer]
    ) -> (Int, OracleFill)? {
        var best: (bundle: Int, fill: OracleFill)?
        for (number, bundle) in bundles.enumerated() {
            let windows = runs(rest, lengths(chosen, wanted: chosen.count - bundle.had)).filter {
                window in
                bundle.windows.allSatisfy { $0.end <= window.start || window.end <= $0.start }
            }
            for offer in offers where isEligible(rest, offer) && lot(offer) <= bundle.milli {
                for window in windows
                where isWithinLimit(rest, offer, window) && least(offer, window) >= lot(offer) {
                    let fill = OracleFill(offer: offer, window: window, milli: least(offer, window))
                    if let known = best, !goes(fill, bundle, before: known.fill, bundles[known.bundle], rest) {
                        continue
                    }
                    best = (number, fill)
                }
            }
        }
        return best.map { ($0.bundle, $0.fill) }
    }

    /// Means over the hours; then the longer, the earlier, the earlier place; then who wants fewer hours, whose last was
    /// taken earlier.
    private func goes(
        _ left: OracleFill, _ one: Bundle, before right: OracleFill, _ other: Bundle, _ rest: OracleRest
    ) -> Bool {
        let (costs, others) = (
            costs(left.offer, rest, left.window), costs(right.offer, rest, right.window)
        )
        let length = Int128((left.window.start..<left.window.end).count)
        let otherLength = Int128((right.window.start..<right.window.end).count)
        if costs.net * otherLength != others.net * length {
            return costs.net * otherLength < others.net * length
        }
        if costs.gross * otherLength != others.gross * length {
            return costs.gross * otherLength < others.gross * length
        }
        if length != otherLength { return length > otherLength }
        if left.window.start != right.window.start { return left.window.start < right.window.start }
        if left.offer.offer.place != right.offer.offer.place {
            return isEarlier(left.offer.offer.place, right.offer.offer.place)
        }
        if one.had != other.had { return one.had > other.had }
        return (one.takes.last ?? Int.max) < (other.takes.last ?? Int.max)
    }
}

/// A change that can be taken back.
enum AdmissionChange {
    case flow(arc: Int32, amount: Int32)
    case price(offer: Int32, before: Int64)
    case floor(demand: Int32, before: Int32)
    case out(demand: Int32, before: Bool)
}

extension Admission {
    /// Gives units of an arc's offer to its demand, or takes them back where the amount is negative.
    mutating func move(_ amount: Int32, into arc: Int32) {
        journal.append(.flow(arc: arc, amount: amount))
        apply(amount, arc)
    }

    mutating func setPrice(_ price: Int64, of offer: Int32) {
        journal.append(.price(offer: offer, before: auction.prices[offer]))
        apply(price: price, offer)
    }

    mutating func setFloor(_ floor: Int32, of demand: Int32) {
        journal.append(.floor(demand: demand, before: floors[demand]))
        floors[demand] = floor
    }

    mutating func setOut(_ out: Bool, _ demand: Int32) {
        journal.append(.out(demand: demand, before: isOut[demand]))
        isOut[demand] = out
    }

    /// Takes back what was changed since the journal had so many entries.
    mutating func takeBack(to mark: Int) {
        while journal.count > mark {
            switch journal.removeLast() {
            case .flow(let arc, let amount): apply(-amount, arc)
            case .price(let offer, let before): apply(price: before, offer)
            case .floor(let demand, let before): floors[demand] = before
            case .out(let demand, let before): isOut[demand] = before
            }
        }
    }

    private mutating func apply(_ amount: Int32, _ arc: Int32) {
        welfare += Int128(auction.arcs[arc].surplus) * Int128(amount)
        auction.shift(amount, into: arc, of: owners[arc])
        isStale[owners[arc]] = true
    }

    private func apply(price: Int64, _ offer: Int32) {
        auction.prices[offer] = price
        for lot in lots(of: offer) { isStale[auction.lots[lot].demand] = true }
    }
}

extension Auction {
    /// Gives units of an arc's offer to its demand, or takes them back where the amount is negative.
    fileprivate func shift(_ amount: Int32, into arc: Int32, of demand: Int32) {
        let (offer, before) = (arcs[arc].offer, arcs[arc].flow)
        free[offer] -= amount
        rests[demand] -= amount
        arcs[arc].flow += amount
        if before == 0 {
            lots[lotStarts[offer] + lotCounts[offer]] = Lot(price: 0, amount: 0, demand: demand, arc: arc)
            lotCounts[offer] += 1
        }
        if before + amount == 0 { removeLot(of: arc, offer) }
    }
}

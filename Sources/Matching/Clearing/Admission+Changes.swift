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
        let (row, demand) = (auction.arcs[arc], owners[arc])
        auction.arcs[arc].flow = row.flow + amount
        auction.free[row.offer] = auction.free[row.offer] - amount
        auction.rests[demand] = auction.rests[demand] - amount
        isStale[demand] = true
        welfare += Int128(row.surplus) * Int128(amount)
        if row.flow == 0 { addLot(arc, row.offer, demand) }
        if row.flow + amount == 0 { removeLot(arc, row.offer) }
    }

    private func addLot(_ arc: Int32, _ offer: Int32, _ demand: Int32) {
        auction.lots[lots(of: offer).upperBound] = Auction.Lot(price: 0, amount: 0, demand: demand, arc: arc)
        auction.lotCounts[offer] += 1
    }

    private func removeLot(_ arc: Int32, _ offer: Int32) {
        let lots = lots(of: offer)
        guard let lot = lots.first(where: { auction.lots[$0].arc == arc }) else { return }
        auction.lots[lot] = auction.lots[lots.upperBound - 1]
        auction.lotCounts[offer] -= 1
    }

    private func apply(price: Int64, _ offer: Int32) {
        auction.prices[offer] = price
        for lot in lots(of: offer) { isStale[auction.lots[lot].demand] = true }
    }
}

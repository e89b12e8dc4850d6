import Domain

extension Auction {
    /// What the demands hold, by demand, then offer.
    func fills() -> [ClearingFill] {
        var fills: [ClearingFill] = []
        for demand in 0..<Int32(demandCount) {
            for arc in arcStarts[demand]..<arcStarts[demand + 1] where arcs[arc].flow > 0 {
                let quantity = Quantity(unchecked: Int64(arcs[arc].flow))
                fills.append(ClearingFill(demand: demand, offer: arcs[arc].offer, quantity: quantity))
            }
        }
        return fills
    }

    /// The prices over the asks, and how many steps make a micro-yuan: one, where all are whole.
    ///
    /// An offer without capacity has no price here, and what demands would gain by it is no gain: its price is the
    /// greatest surplus of all.
    func publishedPrices() -> (prices: [Int64], scale: Int64) {
        let isWhole = (0..<offerCount).allSatisfy { prices[$0] % scale == 0 }
        let divisor = isWhole ? scale : 1
        let published = (0..<offerCount).map { (capacities[$0] == 0 ? mostSurplus : prices[$0]) / divisor }
        return (published, scale / divisor)
    }
}

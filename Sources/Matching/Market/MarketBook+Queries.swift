import Domain

/// The open quantity of a class of offers or demands at one price.
public struct DepthLevel: Hashable, Sendable {
    public let price: UnitPrice
    public let quantity: Quantity
    /// How many offers or demands.
    public let count: Int64
}

extension MarketBook {
    /// The tariff that ranks only, of serving a demand at home in one zone out of another: micro-yuan per unit-hour.
    ///
    /// - Parameter version: of the network; it was published.
    /// - Precondition: both zones are defined.
    public func policyTariff(from home: ZoneID, to zone: ZoneID, network version: Int64) -> UnitPrice {
        let (home, zone) = (zones.number(of: home), zones.number(of: zone))
        return UnitPrice(unchecked: reaches.network(version).route(from: home, to: zone, in: zones).policyTariff)
    }

    /// One way between two zones, by the links of a version of the network: the longer where both directions are known;
    /// nil where none is.
    ///
    /// - Precondition: both zones are defined, and the version was published.
    public func latency(between one: ZoneID, and other: ZoneID, network version: Int64) -> Int64? {
        let (one, other, network) = (zones.number(of: one), zones.number(of: other), reaches.network(version))
        return [
            network.route(from: one, to: other, in: zones).latency,
            network.route(from: other, to: one, in: zones).latency,
        ].compactMap { $0 }.max()
    }

    /// What an offer has free over every hour of a window; zero where it is not listed.
    public func freeCapacity(_ offer: OfferID, over window: Window) -> Quantity {
        guard let slot = offerNumbers.slot(of: offer.number) else { return .zero }
        return Quantity(
            unchecked: capacity.least(offers[slot].capacity, Int32(window.start), Int32(window.end)))
    }

    /// What an offer has free, in order of time; nothing where it is not listed.
    public func freeCapacity(_ offer: OfferID) -> [CapacityStep] {
        offerNumbers.slot(of: offer.number).map { capacity.free(offers[$0].capacity) } ?? []
    }

    /// The provider's lowest ask for a type and zone over a window, summed over its hours in micro-yuan per unit, among
    /// its offers with a lot free over all of it; nil where there is none. Term and buyer class are not asked.
    ///
    /// - Complexity: O(books of the type) + O(the provider's offers of the type and zone).
    public func lowestAskSum(
        provider: PartyID, instanceType: InstanceTypeID, zone: ZoneID, over window: Window
    ) -> Int64? {
        var lowest: Int64?
        forEachOffer(instanceType: instanceType, zone: zone, provider: provider) { row in
            guard isOpen(row, over: window) else { return }
            let sum = askSum(row, over: window)
            lowest = min(lowest ?? sum, sum)
        }
        return lowest
    }

    /// The open offers of a type, cheapest first: by the mean over the window, rounded half-even, with what is free over
    /// all of it; without a window by the least price of the week, with the largest quantity free at some hour.
    ///
    /// - Parameter zone: nil for all zones.
    public func offerDepth(
        instanceType: InstanceTypeID, zone: ZoneID? = nil, over window: Window? = nil
    ) -> [DepthLevel] {
        var open: [(price: Int64, quantity: Int64)] = []
        forEachOffer(instanceType: instanceType, zone: zone, provider: nil) { row in
            let quantity = openQuantity(row, over: window)
            if quantity > 0 { open.append((price(row, over: window), quantity)) }
        }
        return MarketBook.levels(open.sorted { $0.price < $1.price })
    }

    /// The demands at rest that accept a type, dearest limit first; those in SCU as units of the type, limit and quantity
    /// rounded down. Empty under `listed`, where no limit is shown.
    public func demandDepth(instanceType: InstanceTypeID) -> [DepthLevel] {
        guard rule != .listed, let type = types.find(instanceType), Int(type) < requirements.metBy.count else {
            return []
        }
        let accepting = Set(requirements.metBy[Int(type)])
        let open = restingRows.filter { accepting.contains($0.requirement) }.map { row in
            let scale = measure(of: row).scale(ofType: type)
            return (price: measure(of: row).unitLimit(row, scale), quantity: row.open / scale)
        }
        return MarketBook.levels(open.sorted { $0.price > $1.price })
    }

    /// How many offers are listed and demands in the market.
    public var offerCount: Int { offers.count }
    public var demandCount: Int { demands.count }
    /// How many offer classes there are, each counted per provider.
    public var offerBookCount: Int { offerClasses.books.count }

    func askSum(_ row: OfferRow, over window: Window) -> Int64 {
        guard row.weekly >= 0 else { return row.price * window.hours }
        return weeklyPrices.sum(row.weekly, from: clock.hourOfWeek(window.start), hours: window.hours)
    }

    private func isOpen(_ row: OfferRow, over window: Window) -> Bool { openQuantity(row, over: window) > 0 }

    /// Whole lots free.
    private func openQuantity(_ row: OfferRow, over window: Window?) -> Int64 {
        let lot = Quantity(unchecked: offerClasses.offerClass(ofBook: row.book).lotMilli)
        let free: Int64
        if let window {
            free = capacity.least(row.capacity, Int32(window.start), Int32(window.end))
        } else {
            free = capacity.free(row.capacity).map(\.quantity.milli).max() ?? 0
        }
        return Quantity(unchecked: free).roundedDown(toMultipleOf: lot).milli
    }

    private func price(_ row: OfferRow, over window: Window?) -> Int64 {
        guard let window else { return row.price }
        return Int64(Rounding.halfEven.quotient(Int128(askSum(row, over: window)), Int128(window.hours)))
    }

    /// The offers at rest of a type, optionally in one zone or by one provider.
    private func forEachOffer(
        instanceType: InstanceTypeID, zone: ZoneID?, provider: PartyID?, _ body: (OfferRow) -> Void
    ) {
        guard let type = types.find(instanceType) else { return }
        let zone = zone.map { zones.number(of: $0) }
        for book in offerClasses.books(ofType: type) {
            let offerBook = offerClasses.books[Int(book)]
            guard zone == nil || offerBook.zone == zone, provider == nil || offerBook.provider == provider else {
                continue
            }
            var slot = offerQueues.first(in: book)
            while slot != PriceBook.none {
                body(offers[slot])
                slot = offerQueues.next(after: slot)
            }
        }
    }

    private static func levels(_ open: [(price: Int64, quantity: Int64)]) -> [DepthLevel] {
        var levels: [DepthLevel] = []
        for (price, quantity) in open {
            let price = UnitPrice(unchecked: price)
            let last = levels.last.flatMap { $0.price == price ? $0 : nil }
            if last != nil { levels.removeLast() }
            levels.append(
                DepthLevel(
                    price: price, quantity: Quantity(unchecked: (last?.quantity.milli ?? 0) + quantity),
                    count: (last?.count ?? 0) + 1))
        }
        return levels
    }
}

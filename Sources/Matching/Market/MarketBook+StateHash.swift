import Domain

extension MarketBook {
    /// A hash of what the market holds, in order of identifiers: equal for equal content, however it came about.
    ///
    /// It covers offers with what is free, demands with what is open, relations, rates and the version of the network.
    ///
    /// - Complexity: O(n log n).
    public var stateHash: UInt64 {
        var hasher = StateHasher()
        hasher.mix([Int64(rule.rawValue), Int64(zones.count), Int64(types.rows.count), networkVersion])
        hashOffers(&hasher)
        hashDemands(&hasher)
        hasher.mix([isHalted ? 1 : 0] + suspended.map(\.number).sorted())
        for (offer, rows) in frozen.rows.sorted(by: { $0.key < $1.key }) {
            for row in rows {
                hasher.mix([row.batch.number, offer.number, Int64(row.start), Int64(row.end), row.quantity])
            }
        }
        for row in quoted.rows {
            hasher.mix([row.quote.number, row.offer.number, Int64(row.start), Int64(row.end), row.quantity])
        }
        for pair in pairs.sorted {
            hasher.mix([pair.buyer.number, pair.provider.number, Int64(pair.relation.rawValue)])
        }
        for rate in subsidies.table.sorted {
            hasher.mix([
                Int64(rate.subsidyClass), Int64(rate.admissionClass), rate.instanceType.number, rate.rate.value,
            ])
        }
        return hasher.value
    }

    private func hashOffers(_ hasher: inout StateHasher) {
        let slots = (0..<Int32(offers.bound)).filter { offers.find($0) != nil }
        for slot in slots.sorted(by: { offers[$0].id < offers[$1].id }) {
            let row = offers[slot]
            hasher.mix([row.id.number, row.place.sequence, row.place.position, row.price])
            hash(book: row.book, &hasher)
            if row.weekly >= 0 { hasher.mix(weeklyPrices.prices(row.weekly)) }
            hasher.mix(
                capacity.free(row.capacity).flatMap { [$0.window.start, $0.window.end, $0.quantity.milli] })
        }
    }

    private func hash(book: Int32, _ hasher: inout StateHasher) {
        let (provider, terms) = (offerClasses.books[Int(book)].provider, offerClasses.offerClass(ofBook: book))
        hasher.mix([
            provider.number, types.rows[Int(terms.type)].id.number, zones.zones[Int(terms.zone)].id.number,
            terms.vat.percent, Int64(terms.tier.rawValue), terms.lotMilli, terms.termHours,
            Int64(terms.admissionClass),
        ])
        let buyers = offerClasses.buyerClasses[Int(terms.buyers)]
        hasher.mix(buyers.sizes.map { Int64($0.rawValue) })
        hasher.mix(buyers.sectors.map { Int64($0.rawValue) })
        hasher.mix(buyers.members.map(\.number))
        for region in buyers.regions { hasher.mix(region.text) }
    }

    private func hashDemands(_ hasher: inout StateHasher) {
        let slots = (0..<Int32(demands.bound)).filter { demands.find($0) != nil }
        for slot in slots.sorted(by: { demands[$0].id < demands[$1].id }) {
            let row = demands[slot]
            hasher.mix([
                row.id.number, row.place.sequence, row.place.position, buyers.facts[Int(row.buyer)].party.number,
                Int64(row.start), Int64(row.end), Int64(row.traits.rawValue), row.quantity, row.minimum, row.limit,
                row.open, row.boundProvider, demandQueues.isResting(slot) ? 1 : 0,
                Int64(subsidies.subsidyClasses[Int(row.subsidyRow)]),
            ])
            if row.choosesHours { hasher.mix([row.hours, Int64(row.leastPiece)]) }
            hash(requirements.classes[Int(row.requirement)].requirements, &hasher)
            if let key = measure(of: row).key {
                hasher.mix([Int64(key.measure.precision.rawValue), key.measure.tolerance.value, key.version])
            }
            let reach = reaches.classes[Int(row.reach)].key
            hasher.mix([
                zones.zones[Int(reach.home)].id.number, Int64(reach.reach.level.rawValue),
                reach.reach.latencyMicrosecondsMost ?? -1, reach.network,
            ])
        }
    }

    private func hash(_ need: Requirements, _ hasher: inout StateHasher) {
        hasher.mix([
            need.kind.map { Int64($0.rawValue) } ?? -1, need.origin.map { Int64($0.rawValue) } ?? -1, need.chipsMilli,
            need.chipMemoryBytes, need.vcpuMilli, need.memoryBytes, Int64(need.leastTier.rawValue),
        ])
        hasher.mix(need.instanceTypes.map(\.number))
        hasher.mix(need.services.map { Int64($0.rawValue) })
        for symbol in need.chips { hasher.mix(symbol.text) }
        hasher.mix(Int64(need.chips.count))
        for symbol in need.architectures { hasher.mix(symbol.text) }
    }
}

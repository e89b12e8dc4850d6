import Domain

extension OracleMarket {
    /// Whether the demand could take a lot of the offer, were there capacity, money and no relation.
    func couldTake(_ rest: OracleRest, _ offer: OracleOffer) -> Bool {
        isEligible(rest, offer) && windows(rest).contains { isWithinLimit(rest, offer, $0) }
    }

    /// Whether it could take one as capacity stands.
    func couldTakeNow(_ rest: OracleRest, _ offer: OracleOffer) -> Bool {
        isEligible(rest, offer)
            && windows(rest).contains { isWithinLimit(rest, offer, $0) && least(offer, $0) >= lot(offer) }
    }

    /// What a unit's hours may be: one window, or every run of so many hours of which none has begun.
    func windows(_ rest: OracleRest) -> [Window] {
        let window = rest.terms.window
        guard let chosen = rest.terms.chosenHours else { return [window] }
        return runs(rest, lengths(chosen, wanted: chosen.count)).filter { $0.start == rest.start ?? $0.start }
    }

    /// Every run of such a length within the window, of which no hour has begun.
    func runs(_ rest: OracleRest, _ lengths: [Int64]) -> [Window] {
        let window = rest.terms.window
        return (window.start..<window.end).filter { $0 >= firstHour }.flatMap { start in
            lengths.filter { start + $0 <= window.end }.map { Window(unchecked: start, start + $0) }
        }
    }

    /// What may be taken of so many hours: all, or a piece that leaves at least one.
    func lengths(_ chosen: ChosenHours, wanted: Int64) -> [Int64] {
        (1...wanted).filter {
            $0 == wanted || ($0 >= chosen.leastPiece && wanted - $0 >= chosen.leastPiece)
        }
    }

    func hours(_ rest: OracleRest) -> Int64 {
        rest.terms.chosenHours?.count ?? Int64((rest.terms.window.start..<rest.terms.window.end).count)
    }

    func isWithinLimit(_ rest: OracleRest, _ offer: OracleOffer, _ window: Window) -> Bool {
        guard offer.offer.terms.shortestTermHours <= Int64((window.start..<window.end).count) else {
            return false
        }
        let charge = tariffs(rest, offer).charge
        let sum = hourlyPrices(offer.offer, window).reduce(0) { $0 + $1 + charge }
        return isWithinLimit(
            sum, rest, offer.offer.terms.instanceType, hours: Int64((window.start..<window.end).count))
    }

    /// All that is asked but the price.
    func isEligible(_ rest: OracleRest, _ offer: OracleOffer) -> Bool {
        let (terms, listed) = (rest.terms, offer.offer.terms)
        guard isInReach(rest, listed.zone), let worth = worth(rest, listed.instanceType) else { return false }
        guard lot(offer) * worth <= rest.open + slack(rest) else { return false }
        guard let type = types.first(where: { $0.id == listed.instanceType })?.terms else { return false }
        return meets(terms.requirements, type, listed.instanceType)
            && listed.tier.rawValue >= terms.requirements.leastTier.rawValue && listed.shortestTermHours <= hours(rest)
            && admits(listed.buyers, rest)
            && (rest.provider == nil || rest.provider == offer.offer.provider)
    }

    func isBlocked(_ rest: OracleRest, _ offer: OracleOffer) -> Bool {
        switch relations[[rest.entry.demand.buyer, offer.offer.provider]] ?? 0 {
        case 0: false
        case 1: !rest.terms.acceptsRelated
        default: true
        }
    }

    func meets(_ need: Requirements, _ type: InstanceTypeTerms, _ id: InstanceTypeID) -> Bool {
        [
            need.kind == nil || need.kind == type.kind,
            need.origin == nil || need.origin == type.origin,
            need.chips.isEmpty || type.chip.map { need.chips.contains($0) } == true,
            need.architectures.isEmpty || need.architectures.contains(type.architecture),
            need.instanceTypes.isEmpty || need.instanceTypes.contains(id),
            need.services.isEmpty || need.services.contains(type.service),
            type.chipsMilli >= need.chipsMilli, type.chipMemoryBytes >= need.chipMemoryBytes,
            type.vcpuMilli >= need.vcpuMilli, type.memoryBytes >= need.memoryBytes,
        ].allSatisfy { $0 }
    }

    private func admits(_ buyers: BuyerClass, _ rest: OracleRest) -> Bool {
        let profile = rest.entry.profile
        return (buyers.sizes.isEmpty || buyers.sizes.contains { $0 == rest.entry.size })
            && (buyers.sectors.isEmpty || buyers.sectors.contains { $0 == profile.sector })
            && (buyers.regions.isEmpty || buyers.regions.contains { $0 == profile.region })
            && (buyers.members.isEmpty || buyers.members.contains { $0 == rest.entry.demand.buyer })
    }

    /// Looked up once for each demand and zone.
    private func isInReach(_ rest: OracleRest, _ zone: ZoneID) -> Bool {
        let key = [rest.entry.demand.id.number, zone.number]
        if let known = knownReach[key] { return known }
        let isInReach = reaches(rest, zone)
        knownReach[key] = isInReach
        return isInReach
    }

    private func reaches(_ rest: OracleRest, _ zone: ZoneID) -> Bool {
        let reach = rest.terms.reach
        if reach.level != .nation {
            let above = path(rest.terms.home)
            let wide = above.first { level($0) <= reach.level.rawValue } ?? above[above.count - 1]
            guard path(zone).contains(wide) else { return false }
        }
        guard let most = reach.latencyMicrosecondsMost else { return true }
        guard let latency = link(rest, zone)?.latencyMicroseconds else { return rest.terms.home == zone && most >= 0 }
        return latency <= most
    }

    func tariffs(_ rest: OracleRest, _ offer: OracleOffer) -> (charge: Int64, policy: Int64) {
        guard let link = link(rest, offer.offer.terms.zone) else { return (0, 0) }
        return link.tariffKind == .charge ? (link.tariff.microYuan, 0) : (0, link.tariff.microYuan)
    }

    /// The zone and all that contain it, upward.
    func path(_ zone: ZoneID) -> [ZoneID] {
        guard let found = zones.first(where: { $0.id == zone }) else { return [] }
        return [zone] + (found.parent.map { path($0) } ?? [])
    }

    private func level(_ zone: ZoneID) -> UInt8 { zones.first { $0.id == zone }?.level.rawValue ?? 0 }

    /// The link that holds between home and zone; looked up once for each demand and zone.
    private func link(_ rest: OracleRest, _ zone: ZoneID) -> Link? {
        let key = [rest.entry.demand.id.number, zone.number]
        if let known = knownLinks[key] { return known }
        let link = closestLink(rest.terms.home, zone, rest.entry.links)
        knownLinks[key] = .some(link)
        return link
    }

    /// One way, by the links that a demand is pinned to; nil where none is known.
    func latency(_ from: ZoneID, _ to: ZoneID, _ rest: OracleRest) -> Int64? {
        guard let link = closestLink(from, to, rest.entry.links) else { return from == to ? 0 : nil }
        return link.latencyMicroseconds
    }

    /// Every pair of ancestors that has a link, the closest first.
    private func closestLink(_ from: ZoneID, _ to: ZoneID, _ links: [Link]) -> Link? {
        var found: [(total: Int, up: Int, link: Link)] = []
        for (down, home) in path(from).enumerated() {
            for (up, other) in path(to).enumerated() {
                for link in links where link.from == home && link.to == other {
                    found.append((down + up, up, link))
                }
            }
        }
        let best = found.min { ($0.total, $0.up) < ($1.total, $1.up) }
        return from == to && best?.total != 0 ? nil : best?.link
    }
}

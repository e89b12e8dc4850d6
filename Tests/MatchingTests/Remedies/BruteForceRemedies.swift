import Domain
import MatchingOracle

/// Every single change of a demand's terms, tried one by one on the naive market.
struct BruteForceRemedies {
    let market: OracleMarket
    let entry: OracleDemand
    let types: [InstanceType]

    private var terms: DemandTerms { entry.demand.terms }

    /// The lowest limit.
    func limit() throws -> Int64? {
        // No unit is less than 240 milli-SCU by any table.
        let dearest = market.dearestLimit(links: entry.links, worth: terms.scu == nil ? 1_000 : 240)
        guard terms.limit.microYuan < dearest else { return nil }
        return try ((terms.limit.microYuan + 1)...dearest).first { try fills(limit: UnitPrice($0)) }
    }

    /// The hours by which the window moves: the fewest, earlier before later.
    func shift(from earliest: Hour) throws -> Int64? {
        for hours in Int64(1)...168 where hours <= 24 || hours % 24 == 0 {
            for shift in [-hours, hours] where terms.window.start + shift >= earliest {
                let window = try Window(terms.window.start + shift, terms.window.end + shift)
                if try fills(window: window) { return shift }
            }
        }
        return nil
    }

    /// The largest quantity, in quarters of a unit.
    func quantity() throws -> Int64? {
        var milli = (terms.quantity.milli - 1) / 250 * 250
        while milli > 0 {
            if try fills(quantity: milli) { return milli }
            milli -= 250
        }
        return nil
    }

    /// The nearest level.
    func level() throws -> ZoneLevel? {
        try ZoneLevel.allCases.reversed().first { level in
            try level.rawValue < terms.reach.level.rawValue
                && fills(reach: Reach(level: level, latencyMicrosecondsMost: terms.reach.latencyMicrosecondsMost))
        }
    }

    /// The least latency; the largest number where only no bound at all does.
    func latency() throws -> Int64? {
        guard let most = terms.reach.latencyMicrosecondsMost else { return nil }
        for latency in Set(entry.links.map(\.latencyMicroseconds)).sorted() where latency > most {
            let reach = Reach(level: terms.reach.level, latencyMicrosecondsMost: latency)
            if try fills(reach: reach) { return latency }
        }
        let anywhere = Reach(level: terms.reach.level, latencyMicrosecondsMost: nil)
        return try fills(reach: anywhere) ? Int64.max : nil
    }

    /// The requirements with one more chip that fill, or without any chip named.
    func chips() throws -> Bool {
        let codes = Set(types.compactMap(\.terms.chip))
        return try !terms.requirements.chips.isEmpty
            && ([[]] + codes.map { terms.requirements.chips + [$0] }).contains { try fills(chips: $0) }
    }

    func architectures() throws -> Bool {
        let codes = Set(types.map(\.terms.architecture))
        return try !terms.requirements.architectures.isEmpty
            && ([[]] + codes.map { terms.requirements.architectures + [$0] }).contains { try fills(architectures: $0) }
    }

    func instanceTypes() throws -> Bool {
        try !terms.requirements.instanceTypes.isEmpty
            && ([[]] + types.map { terms.requirements.instanceTypes + [$0.id] }).contains {
                try fills(instanceTypes: $0)
            }
    }

    func services() throws -> Bool {
        try !terms.requirements.services.isEmpty
            && ([[]] + ServiceKind.allCases.map { terms.requirements.services + [$0] }).contains {
                try fills(services: $0)
            }
    }

    func kind() throws -> Bool { try terms.requirements.kind != nil && fills(anyKind: true) }
    func origin() throws -> Bool { try terms.requirements.origin != nil && fills(anyOrigin: true) }

    func tier() throws -> Bool {
        try VerificationTier.allCases.contains {
            try $0.rawValue < terms.requirements.leastTier.rawValue && fills(tier: $0)
        }
    }

    /// Units as small as those of some type, or of any size.
    func unitSize() throws -> Bool {
        let need = terms.requirements
        let asked = [need.chipsMilli, need.chipMemoryBytes, need.vcpuMilli, need.memoryBytes]
        guard asked != [0, 0, 0, 0] else { return false }
        let sizes = types.map {
            [$0.terms.chipsMilli, $0.terms.chipMemoryBytes, $0.terms.vcpuMilli, $0.terms.memoryBytes]
        }
        return try ([[0, 0, 0, 0]] + sizes).contains { other in
            let lower = zip(asked, other).map { min($0, $1) }
            return try lower != asked && fills(sizes: lower)
        }
    }

    /// The precisions at which it is filled.
    func precisions() throws -> Set<Precision> {
        guard let scu = terms.scu else { return [] }
        return Set(
            try Precision.allCases.filter { $0 != scu.precision }.filter { precision in
                try fills(scu: ScuMeasure(precision: precision, tolerance: scu.tolerance))
            })
    }

    /// The least tolerance, to half a hundredth; nil where none fills.
    func tolerance() throws -> Int64? {
        guard let scu = terms.scu else { return nil }
        return try stride(from: scu.tolerance.value + 50, through: 5_000, by: 50).first { try fills(tolerance: $0) }
    }

    func fills(tolerance: Int64) throws -> Bool {
        guard let scu = terms.scu else { return false }
        return try fills(scu: ScuMeasure(precision: scu.precision, tolerance: BasisPoints(tolerance)))
    }

    private func fills(
        limit: UnitPrice? = nil, window: Window? = nil, quantity: Int64? = nil, reach: Reach? = nil,
        chips: [Symbol]? = nil, architectures: [Symbol]? = nil, instanceTypes: [InstanceTypeID]? = nil,
        services: [ServiceKind]? = nil, anyKind: Bool = false, anyOrigin: Bool = false,
        tier: VerificationTier? = nil, sizes: [Int64]? = nil, scu: ScuMeasure? = nil
    ) throws -> Bool {
        let (need, policy) = (terms.requirements, terms.policy)
        let sizes = sizes ?? [need.chipsMilli, need.chipMemoryBytes, need.vcpuMilli, need.memoryBytes]
        let requirements = try Requirements(
            kind: anyKind ? nil : need.kind, chips: chips ?? need.chips,
            architectures: architectures ?? need.architectures, instanceTypes: instanceTypes ?? need.instanceTypes,
            origin: anyOrigin ? nil : need.origin, services: services ?? need.services, chipsMilli: sizes[0],
            chipMemoryBytes: sizes[1], vcpuMilli: sizes[2], memoryBytes: sizes[3], leastTier: tier ?? need.leastTier)
        let milli = quantity ?? terms.quantity.milli
        let least = Quantity(unchecked: min(policy.minimum.milli, milli))
        let changed = try DemandTerms(
            requirements: requirements, quantity: Quantity(milli), window: window ?? terms.window, home: terms.home,
            reach: reach ?? terms.reach, limit: limit ?? terms.limit,
            policy: FillPolicy(
                policy.timeInForce, allOrNone: policy.timeInForce != .fillOrKill && policy.allOrNone, minimum: least),
            singleProvider: terms.singleProvider, use: terms.use, lane: terms.lane, funding: terms.funding,
            acceptsRelated: terms.acceptsRelated, scu: scu ?? terms.scu)
        return market.fillsWhole(entry.with(changed))
    }
}

extension OracleDemand {
    /// The same demand with other terms.
    func with(_ terms: DemandTerms) -> OracleDemand {
        OracleDemand(
            demand: Demand(id: demand.id, buyer: demand.buyer, terms: terms, place: demand.place), size: size,
            profile: profile, subsidyClass: subsidyClass, links: links)
    }
}

import Domain

/// POST /v1/demands, and the terms in what GET answers.
public struct DemandBody: Codable, Hashable, Sendable {
    public let requirements: RequirementsBody
    public let quantityMilli: Int64
    public let from: WholeHour
    public let until: WholeHour
    public let home: ZoneID
    public let reach: ReachBody?
    public let limitMicroYuan: Int64
    public let policy: FillPolicyBody?
    public let singleProvider: Bool?
    public let use: Named<DemandUse>?
    public let lane: Named<Lane>?
    public let funding: FundingBody?
    public let acceptsRelated: Bool?
    /// Left out, quantity, minimum and limit are of units.
    public let scu: ScuBody?

    public init(_ terms: DemandTerms) {
        requirements = RequirementsBody(terms.requirements)
        quantityMilli = terms.quantity.milli
        from = WholeHour(terms.window.start)
        until = WholeHour(terms.window.end)
        home = terms.home
        reach = ReachBody(terms.reach)
        limitMicroYuan = terms.limit.microYuan
        policy = FillPolicyBody(terms.policy)
        singleProvider = terms.singleProvider ? true : nil
        use = Named(terms.use)
        lane = Named(terms.lane)
        funding = FundingBody(terms.funding)
        acceptsRelated = terms.acceptsRelated ? true : nil
        scu = terms.scu.map(ScuBody.init)
    }

    /// Errors in this order: of the requirements, the quantity, the window, the reach, the limit, the fill policy,
    /// the funding, the measure in SCU, `minimumFillTooLarge`.
    public func terms() throws(DoorFault) -> DemandTerms {
        let requirements = try part("requirements") { () throws(DoorFault) in try self.requirements.requirements() }
        let quantity = try member("quantity_milli") { () throws(Reason) in try Quantity(quantityMilli) }
        let window = try window(from, until)
        let reach = try part("reach") { () throws(DoorFault) in
            try self.reach?.reach() ?? Reach(level: .nation, latencyMicrosecondsMost: nil)
        }
        let limit = try member("limit_micro_yuan") { () throws(Reason) in try UnitPrice(limitMicroYuan) }
        let policy = try part("policy") { () throws(DoorFault) in try self.policy?.policy() ?? .goodTillCancelled }
        let funding = try part("funding") { () throws(DoorFault) in try self.funding?.funding() ?? .automatic }
        let scu = try part("scu") { () throws(DoorFault) in try self.scu?.measure() }
        return try member("policy/minimum_milli") { () throws(Reason) in
            try DemandTerms(
                requirements: requirements, quantity: quantity, window: window, home: home, reach: reach, limit: limit,
                policy: policy, singleProvider: singleProvider ?? false, use: use?.value ?? .application,
                lane: lane?.value ?? .now, funding: funding, acceptsRelated: acceptsRelated ?? false, scu: scu)
        }
    }
}

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
    /// So many hours between `from` and `until` for each unit; left out, all of them.
    public let hours: Int64?
    /// The least length of a piece of them; left out, they are consecutive.
    public let leastPieceHours: Int64?
    /// Left out, quantity, minimum and limit are of units.
    public let scu: ScuBody?
    /// The quote to take, by the number of its demand; with POST /v1/demands alone.
    public let quote: DemandID?

    public init(_ terms: DemandTerms, quote: DemandID? = nil) {
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
        hours = terms.chosenHours?.count
        leastPieceHours = terms.chosenHours.flatMap { $0.leastPiece == $0.count ? nil : $0.leastPiece }
        scu = terms.scu.map(ScuBody.init)
        self.quote = quote
    }

    /// The terms where no quote may be named. Errors: `unknownMember`, those of `terms`.
    public func unquotedTerms() throws(DoorFault) -> DemandTerms {
        guard quote == nil else { throw DoorFault(.unknownMember, at: "/quote") }
        return try terms()
    }

    /// Errors in this order: of the requirements, the quantity, the window, the hours, the reach, the limit, the fill
    /// policy, the funding, the measure in SCU, `minimumFillTooLarge`, `hoursNotFixed`.
    public func terms() throws(DoorFault) -> DemandTerms {
        let requirements = try part("requirements") { () throws(DoorFault) in try self.requirements.requirements() }
        let quantity = try member("quantity_milli") { () throws(Reason) in try Quantity(quantityMilli) }
        let window = try window(from, until)
        let chosen = try chosenHours(within: window)
        let reach = try part("reach") { () throws(DoorFault) in
            try self.reach?.reach() ?? Reach(level: .nation, latencyMicrosecondsMost: nil)
        }
        let limit = try member("limit_micro_yuan") { () throws(Reason) in try UnitPrice(limitMicroYuan) }
        let policy = try part("policy") { () throws(DoorFault) in try self.policy?.policy() ?? .goodTillCancelled }
        let funding = try part("funding") { () throws(DoorFault) in try self.funding?.funding() ?? .automatic }
        let scu = try part("scu") { () throws(DoorFault) in try self.scu?.measure() }
        let isFixedWhereItMustBe = lane?.value != .batch && scu == nil || chosen == nil
        return try member(isFixedWhereItMustBe ? "policy/minimum_milli" : "hours") { () throws(Reason) in
            try DemandTerms(
                requirements: requirements, quantity: quantity, window: window, home: home, reach: reach, limit: limit,
                policy: policy, singleProvider: singleProvider ?? false, use: use?.value ?? .application,
                lane: lane?.value ?? .now, funding: funding, acceptsRelated: acceptsRelated ?? false,
                chosenHours: chosen, scu: scu)
        }
    }

    /// Errors: `missingMember` (a least piece of no hours), `hoursOutsideWindow`, `leastPieceUnfit`.
    private func chosenHours(within window: Window) throws(DoorFault) -> ChosenHours? {
        guard let hours else {
            guard leastPieceHours == nil else { throw DoorFault(.missingMember, at: "/hours") }
            return nil
        }
        let chosen = try member("hours") { () throws(Reason) in
            guard hours <= window.hours else { throw .hoursOutsideWindow }
            return try ChosenHours(consecutive: hours)
        }
        guard let least = leastPieceHours else { return chosen }
        return try member("least_piece_hours") { () throws(Reason) in try ChosenHours(hours, leastPiece: least) }
    }
}

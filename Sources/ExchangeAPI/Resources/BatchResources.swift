import Domain

/// Where a batch stands.
public enum BatchState: String, CaseIterable, Sendable {
    /// Its members and their capacity are frozen.
    case called
    case cleared
    case released
}

/// A batch: what it clears, and how it ended.
public struct BatchResource: Codable, Hashable, Sendable {
    public let id: BatchID
    public let zone: ZoneID
    public let from: WholeHour
    public let until: WholeHour
    public let lotMilli: Int64
    /// When everything is released if it has not been closed.
    public let deadline: Instant
    public let members: Int64
    public let state: Named<BatchState>
    /// Of the records that called and closed it.
    public let sequence: Int64
    public let closedSequence: Int64?
    /// Why everything was released.
    public let reason: ReasonCode?
    public let certificate: CertificateBody?

    public init(
        id: BatchID, scope: BatchScope, deadline: Stamp, members: Int64, state: BatchState, sequence: Int64,
        closedSequence: Int64?, reason: Reason?, certificate: CertificateBody?
    ) {
        self.id = id
        zone = scope.zone
        from = WholeHour(scope.window.start)
        until = WholeHour(scope.window.end)
        lotMilli = scope.lot.milli
        self.deadline = Instant(deadline)
        self.members = members
        self.state = Named(state)
        self.sequence = sequence
        self.closedSequence = closedSequence
        self.reason = reason.map(ReasonCode.init)
        self.certificate = certificate
    }
}

/// The proof how good a batch's outcome is; amounts are micro-yuan × lots, in decimal digits.
public struct CertificateBody: Codable, Hashable, Sendable {
    /// The welfare.
    public let primal: String
    /// What no allocation exceeds.
    public let dual: String
    public let gap: String
    /// Members that got nothing though a unit would gain them something at the shadow prices.
    public let rejectedInTheMoney: Int64
    /// What breaks ties, in basis points of a micro-yuan × lots, and what no allocation of equal welfare exceeds; left out
    /// where nobody has a nominal subsidy, or the gap is not proven to be none.
    public let nominalSubsidy: String?
    public let nominalSubsidyBound: String?

    public init(_ proof: BatchProof, rejected: Int64) {
        primal = String(proof.welfare)
        dual = String(proof.bound)
        gap = String(proof.gap)
        rejectedInTheMoney = rejected
        nominalSubsidy = proof.tie.map { String($0.subsidy) }
        nominalSubsidyBound = proof.tie.map { String($0.bound) }
    }
}

/// GET /v1/batches/{id}: the batch with a shadow price for each offer and hour.
public struct BatchDetailResource: Codable, Hashable, Sendable {
    public let batch: BatchResource
    /// Of the prices; left out while it is open, or where it was released.
    public let priceScale: Int64?
    public let offers: [BatchOfferBody]

    public init(batch: BatchResource, offers: [BatchOffer], proof: BatchProof?) {
        self.batch = batch
        priceScale = proof?.scale
        let runs = offers.flatMap { offer in offer.runs.map { (offer.offer, $0) } }
        self.offers = runs.enumerated().map { position, held in
            BatchOfferBody(
                held.0, held.1, shadow: proof?.shadowPrices[position], bound: proof?.boundPrices[position],
                subsidy: proof?.tie?.prices[position])
        }
    }
}

/// What a batch froze of an offer at each hour of a run; prices are micro-yuan × the scale.
public struct BatchOfferBody: Codable, Hashable, Sendable {
    public let offer: OfferID
    public let from: WholeHour
    public let until: WholeHour
    /// Sum over its hours, per unit.
    public let askSumMicroYuan: Int64
    public let capacityMilli: Int64
    /// What a unit costs over the ask in each of the hours.
    public let shadowPrice: Int64?
    /// The price that proves the dual value.
    public let boundPrice: Int64?
    /// The price of a lot of the run that proves the bound of the nominal subsidy, in basis points of a micro-yuan.
    public let subsidyPrice: String?

    public init(_ offer: OfferID, _ run: BatchRun, shadow: Int64?, bound: Int64?, subsidy: Int128?) {
        self.offer = offer
        from = WholeHour(run.window.start)
        until = WholeHour(run.window.end)
        askSumMicroYuan = run.askSum
        capacityMilli = run.capacity.milli
        shadowPrice = shadow
        boundPrice = bound
        subsidyPrice = subsidy.map { String($0) }
    }
}

/// GET /v1/batch-policy.
public struct BatchPolicyResource: Codable, Hashable, Sendable {
    /// 0 before the first is set.
    public let version: Int64
    public let policy: BatchPolicyBody
    /// When each round is due, in order of the policy.
    public let rounds: [RoundTimesBody]

    public init(version: Int64, policy: BatchPolicy, rounds: [RoundTimes]) {
        self.version = version
        self.policy = BatchPolicyBody(policy)
        self.rounds = rounds.map(RoundTimesBody.init)
    }
}

/// When a round of the policy of batches is due, and when nobody may leave.
public struct RoundTimesBody: Codable, Hashable, Sendable {
    public let next: Instant
    /// From when on nobody leaves whom it would let in; left out where everybody may.
    public let noCancelFrom: Instant?
    /// Until when, at the latest: when it is due, or when the last batch ends that it waits for.
    public let noCancelUntil: Instant?
    /// The batches that it waits for.
    public let awaits: [BatchID]

    public init(_ times: RoundTimes) {
        next = Instant(times.next)
        noCancelFrom = times.keeps.map { Instant($0.from) }
        noCancelUntil = times.keeps.map { Instant($0.until) }
        awaits = times.awaits
    }
}

import Domain

/// GET /v1/batch-indication: what the batches of a zone and lot would come to if they were called and closed now.
public struct BatchIndicationResource: Codable, Hashable, Sendable {
    public let zone: ZoneID
    public let lotMilli: Int64
    /// Of the policy's round; left out where it has none of this zone and lot.
    public let round: RoundTimesBody?
    /// By window, those that are called already first.
    public let batches: [IndicatedBatchBody]

    public init(zone: ZoneID, lot: Quantity, times: RoundTimes?, batches: [IndicatedBatchBody]) {
        self.zone = zone
        lotMilli = lot.milli
        round = times.map(RoundTimesBody.init)
        self.batches = batches
    }
}

/// A batch that is called, or would be, as it would clear.
public struct IndicatedBatchBody: Codable, Hashable, Sendable {
    public let from: WholeHour
    public let until: WholeHour
    /// Whether it is called: then its members and capacity are frozen.
    public let called: Bool
    public let members: Int64
    /// What all members want, and what they would get and not get.
    public let wantedMilli: Int64
    public let filledMilli: Int64
    public let unfilledMilli: Int64
    /// False where the bound on the steps came before the best allocation was proven.
    public let finished: Bool
    public let certificate: CertificateBody
    public let offers: [IndicatedOfferBody]

    public init(
        scope: BatchScope, isCalled: Bool, members: Int64, wantedMilli: Int64, filledMilli: Int64, isFinished: Bool,
        certificate: CertificateBody, offers: [IndicatedOfferBody]
    ) {
        from = WholeHour(scope.window.start)
        until = WholeHour(scope.window.end)
        called = isCalled
        self.members = members
        self.wantedMilli = wantedMilli
        self.filledMilli = filledMilli
        unfilledMilli = wantedMilli - filledMilli
        finished = isFinished
        self.certificate = certificate
        self.offers = offers
    }
}

/// Hours of an offer that no member's window divides, as they would sell. Sums are over the hours, per unit.
public struct IndicatedOfferBody: Codable, Hashable, Sendable {
    public let offer: OfferID
    public let from: WholeHour
    public let until: WholeHour
    public let capacityMilli: Int64
    public let askSumMicroYuan: Int64
    /// What a unit would cost over the ask in each of the hours, in micro-yuan.
    public let shadowPriceMicroYuan: Int64
    /// What it would pay by the market's price rule: ask and shadow price under `clearing`, else the ask.
    public let priceSumMicroYuan: Int64
    /// What would be sold of it at each of the hours.
    public let volumeMilli: Int64

    public init(_ offer: OfferID, _ run: BatchRun, shadow: Int64, volume: Quantity, paysShadow: Bool) {
        self.offer = offer
        from = WholeHour(run.window.start)
        until = WholeHour(run.window.end)
        capacityMilli = run.capacity.milli
        askSumMicroYuan = run.askSum
        shadowPriceMicroYuan = shadow
        priceSumMicroYuan = run.askSum + (paysShadow ? shadow * run.window.hours : 0)
        volumeMilli = volume.milli
    }
}

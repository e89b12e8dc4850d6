import Domain
import Records

extension GoldenRecords {
    static func market(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        switch kind {
        case .listOffer:
            let terms = try offerTerms()
            let offer = Offer(id: OfferID(1), provider: PartyID(7), terms: terms, place: Place(sequence: 17))
            return (.listOffer(terms), [.offerListed(offer)], [])
        case .withdrawOffer: return (.withdrawOffer(OfferID(99)), [], [])
        case .submitDemand: return try submission()
        default:
            return (
                .cancelDemand(DemandID(1)),
                [.holdSet(.none(DemandID(1))), .demandClosed(DemandID(1), .cancelledByOwner)],
                [transfer(6, 2, 900, .release, .demand(DemandID(1)))]
            )
        }
    }

    static func offerTerms() throws(Reason) -> OfferTerms {
        let step = CapacityStep(window: try Window(498_000, 498_720), quantity: try Quantity(64_000))
        return try OfferTerms(
            instanceType: InstanceTypeID(5), zone: ZoneID(9), schedule: try CapacitySchedule(steps: [step]),
            lotSize: try Quantity(1000), shortestTermHours: 24, price: .flat(try UnitPrice(8_500_000)),
            vat: .cloudService, buyers: BuyerClass(sizes: [.small], regions: [try Symbol("beijing")]),
            tier: .documented)
    }

    static func demandTerms() throws(Reason) -> DemandTerms {
        try DemandTerms(
            requirements: try Requirements(kind: .accelerator, chips: [try Symbol("a100-80g")], chipsMilli: 1000),
            quantity: try Quantity(8000), window: try Window(498_000, 498_024), home: ZoneID(1),
            reach: Reach(level: .nation, latencyMicrosecondsMost: 20_000), limit: try UnitPrice(9_000_000),
            policy: try FillPolicy(.goodTill(Stamp(seconds: 1_795_100_000)), minimum: try Quantity(2000)),
            use: .training, funding: .programmes([ProgrammeID(1)]),
            scu: try ScuMeasure(precision: .bf16, tolerance: try BasisPoints(300)))
    }

    static func submission() throws(Reason) -> (Command, [Event], [Transfer]) {
        let (demand, lot, buyer) = (DemandID(1), LotID(1), PartyID(6))
        let terms = try demandTerms()
        let window = terms.window
        let versions = PinnedVersions(network: 2, conversion: 3, policy: 4, reference: 5)
        let fill = Fill(
            id: FillID(1), demand: demand, offer: OfferID(1), buyer: buyer, provider: PartyID(7),
            quantity: try Quantity(6000), window: window, askSum: 204_000_000, priceSum: 204_000_000,
            chargeTariff: .zero, home: ZoneID(1), zone: ZoneID(9), capacity: Money(fen: 122_400), transfer: .zero,
            shares: [
                FundingShare(source: .own, amount: Money(fen: 97_920)),
                FundingShare(source: .lot(lot, funder: 0), amount: Money(fen: 24_480)),
            ], fee: try BasisPoints(25), versions: versions, related: false, milliScu: 1_000)
        let evaluation = FillEvaluation(
            fill: fill.id, programme: ProgrammeID(1), version: 1, contractBase: Money(fen: 122_400),
            contractAmount: Money(fen: 24_480), trace: [])
        let hold = DemandHold(
            demand: demand, own: Money(fen: 43_201), lots: [LotHold(lot: lot, amounts: [Money(fen: 8641)])])
        let events: [Event] = [
            .demandAccepted(Demand(id: demand, buyer: buyer, terms: terms, place: Place(sequence: 19)), versions),
            .filled(fill), .fillEvaluated(evaluation), .holdSet(hold),
            .demandRested(demand, open: try Quantity(2000)),
        ]
        let transfers = [
            transfer(2, 6, 141_121, .hold, .demand(demand)),
            transfer(5, 7, 33_121, lot: lot, .hold, .demand(demand)),
            transfer(6, 8, 97_920, .capture, .lease(fill.lease)),
        ]
        return (.submitDemand(terms), events, transfers)
    }
}

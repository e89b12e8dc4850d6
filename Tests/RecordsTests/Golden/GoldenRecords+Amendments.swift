import Domain
import Records

extension GoldenRecords {
    static func amendments(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        switch kind {
        case .amendDemand: return try demandAmendment()
        case .amendOffer: return try offerAmendment()
        case .cancelDemands:
            return (
                .cancelDemands(OrderScope(zone: ZoneID(1))),
                [.holdSet(.none(DemandID(1))), .demandClosed(DemandID(1), .cancelledByOwner)],
                [transfer(6, 2, 900, .release, .demand(DemandID(1)))]
            )
        default:
            return (
                .withdrawOffers(OrderScope(instanceType: InstanceTypeID(5))), [.offerClosed(OfferID(1), .withdrawn)],
                []
            )
        }
    }

    private static func demandAmendment() throws(Reason) -> (Command, [Event], [Transfer]) {
        let change = try DemandAmendment(
            limit: try UnitPrice(9_500_000), quantity: try Quantity(7000), timeInForce: .goodTillCancelled)
        let demand = Demand(
            id: DemandID(1), buyer: PartyID(6), terms: try demandTerms().amended(by: change),
            place: Place(sequence: 26))
        let versions = PinnedVersions(network: 3, conversion: 3, policy: 4, reference: 6)
        let hold = DemandHold(demand: demand.id, own: Money(fen: 22_801), lots: [])
        return (
            .amendDemand(demand.id, change),
            [.demandAmended(demand, versions, open: try Quantity(1000)), .holdSet(hold)],
            [transfer(6, 2, 20_400, .release, .demand(demand.id))]
        )
    }

    private static func offerAmendment() throws(Reason) -> (Command, [Event], [Transfer]) {
        let step = CapacityStep(window: try Window(498_000, 498_360), quantity: try Quantity(32_000))
        let change = try OfferAmendment(
            price: .flat(try UnitPrice(8_000_000)), schedule: try CapacitySchedule(steps: [step]))
        let offer = Offer(
            id: OfferID(1), provider: PartyID(7), terms: try offerTerms().amended(by: change),
            place: Place(sequence: 27))
        return (.amendOffer(offer.id, change), [.offerAmended(offer)], [])
    }
}

import Domain
import Records

// Commands that no state of a market after its opening admits.
extension MarketGenerator {
    mutating func refusedCommand() throws -> GeneratedCommand {
        switch random.below(3) {
        case 0: try fromWrongSeat()
        case 1: try aboutNothing()
        default: try againstState()
        }
    }

    func refused(_ command: Command, by actor: Actor) -> GeneratedCommand {
        GeneratedCommand(actor: actor, command: command, mustBeRefused: true)
    }

    /// From a seat that may not give it.
    private mutating func fromWrongSeat() throws -> GeneratedCommand {
        let commands: [(Command, Actor)] = [
            (.defineZone(try zone(.nation, parent: nil)), someManager), (.publishNetwork([]), someBuyer),
            (.publishConversion(try chipTable()), someProvider),
            (.setPolicy(try policy(view.policy.priceRule)), SimulatedActors.auditor),
            (.defineInstanceType(try instanceType(position: 0)), someBuyer),
            (.registerParty(try registration(buys: true, provides: false)), someManager),
            (.admitParty(PartyID(1)), someProvider),
            (
                .recordDeposit(BankDeposit(party: PartyID(1), amount: Money(fen: 1), reference: try newReference())),
                someBuyer
            ),
            (.requestPayout(Money(fen: 1)), SimulatedActors.auditor),
            (
                .proposeProgramme(try definition(code: try newCode("programme"), mode: .deduct, funders: 1)),
                someOperator
            ),
            (.authorisePool(ProgrammeID(1), Money(fen: 1)), someBuyer),
            (.applyForVoucher(ProgrammeID(1), plannedSpend: Money(fen: 1)), someProvider),
            (.listOffer(try offerTerms()), someBuyer), (.submitDemand(try demandTerms()), someProvider),
            (.endLease(LeaseID(1)), someProvider), (.claim(LeaseID(1)), someOperator),
            (.advanceClock(view.time), someManager), (.cancelDemands(OrderScope()), someProvider),
            (.withdrawOffers(OrderScope()), someBuyer),
            (.advanceClock(view.time), someManager), (.setBatchPolicy(.standard), someManager),
            (.callBatch(try scope(ZoneID(1))), someProvider), (.halt(.market, note: try commitment()), someManager),
            (.resume(.market, note: try commitment()), someProvider), (.setSafetyPolicy(.standard), someBuyer),
            (.attest(try verification(of: .provider(PartyID(1)))), someProvider),
            (.failVerification(.provider(PartyID(1)), evidence: try commitment()), someBuyer),
            (.setQuotePolicy(.standard), someBuyer), (.quoteDemand(try demandTerms()), someProvider),
            (.takeQuote(DemandID(1), try demandTerms()), someManager),
            (.submitBundle(try bundleTerms()), someProvider),
            (.planWithdrawal(OfferID(1), try withdrawal(from: view.time.hour + 2)), someBuyer),
        ]
        let (command, actor) = random.pick(commands)
        return refused(command, by: actor)
    }

    /// About something that does not exist.
    private mutating func aboutNothing() throws -> GeneratedCommand {
        let missing: Int64 = 1_000_000_007
        let report = UsageReport(lease: LeaseID(missing), fromSecond: 0, untilSecond: 1, used: 0, idle: 0)
        let owned = Ownership(owner: PartyID(1), owned: PartyID(missing), share: .whole)
        let deposit = BankDeposit(party: PartyID(missing), amount: Money(fen: 1), reference: try newReference())
        let link = Link(
            from: ZoneID(1), to: ZoneID(missing), latencyMicroseconds: 1, tariff: .zero, tariffKind: .policy)
        let commands: [(Command, Actor)] = [
            (.defineZone(try zone(.city, parent: ZoneID(missing))), someOperator),
            (.publishNetwork([link]), someOperator),
            (.admitParty(PartyID(missing)), someOperator), (.recordOwnership(owned), someOperator),
            (.recordRelation(.jointControl, PartyID(missing), PartyID(1)), someOperator),
            (.recordDeposit(deposit), someOperator),
            (.approvePayout(PayoutID(missing), bankReference: try newReference()), someOperator),
            (.approveProgramme(ProgrammeID(missing), version: 1), someManager),
            (.authorisePool(ProgrammeID(missing), Money(fen: 1)), someManager),
            (.applyForVoucher(ProgrammeID(missing), plannedSpend: Money(fen: 1)), someBuyer),
            (.planWithdrawal(OfferID(missing), try withdrawal(from: view.time.hour + 2)), someProvider),
            (.withdrawOffer(OfferID(missing)), someProvider), (.cancelDemand(DemandID(missing)), someBuyer),
            (.reportUsage(report), someProvider), (.endLease(LeaseID(missing)), someBuyer),
            (.claim(LeaseID(missing)), someProvider),
            (.amendDemand(DemandID(missing), try DemandAmendment()), someBuyer),
            (.amendOffer(OfferID(missing), try OfferAmendment()), someProvider),
            (.cancelDemands(OrderScope(zone: ZoneID(missing))), someBuyer),
            (.withdrawOffers(OrderScope(instanceType: InstanceTypeID(missing))), someProvider),
            (.closeBatch(BatchID(missing), .failure(.solverFailed)), someOperator),
            (.callBatch(try scope(ZoneID(missing))), someOperator),
            (.halt(.region(ZoneID(missing)), note: try commitment()), someOperator),
            (.resume(.programme(ProgrammeID(missing)), note: try commitment()), someOperator),
            (.setSafetyPolicy(try collar(of: InstanceTypeID(missing))), someOperator),
            (.attest(try verification(of: .offer(OfferID(missing)))), someOperator),
            (.failVerification(.provider(PartyID(missing)), evidence: try commitment()), someOperator),
            (.takeQuote(DemandID(missing), try demandTerms()), someBuyer),
        ]
        let (command, actor) = random.pick(commands)
        return refused(command, by: actor)
    }

    var someOperator: Actor { SimulatedActors.operators[0] }
    var someManager: Actor { SimulatedActors.managers[0] }
    var someBuyer: Actor { SimulatedActors.buyer(view.buyers.first ?? PartyID(2)) }
    var someProvider: Actor { SimulatedActors.provider(view.providers.first ?? PartyID(1)) }
}

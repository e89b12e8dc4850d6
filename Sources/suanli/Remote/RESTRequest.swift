import Domain
import ExchangeAPI
import Records
import Trading

/// A command as the REST interface takes it: a path below the exchange's address, and a body where the route has one.
struct RESTRequest: Sendable {
    let path: String
    let body: [UInt8]?

    private init(_ path: String) {
        self.path = path
        body = nil
    }

    private init(_ path: String, _ body: some Encodable) {
        self.path = path
        self.body = WireEncoder.encode(body)
    }

    /// nil for what no route takes: a tick, a close, and a natural person, whose number the command does not hold.
    ///
    /// - Parameter text: the name of a party or the reason of a halt, which the door makes a commitment of.
    init?(_ command: Command, text: ErasableText?) throws(Reason) {
        switch command {
        case .defineZone, .publishNetwork, .publishConversion, .setPolicy, .defineInstanceType, .advanceClock,
            .setBatchPolicy, .callBatch, .setSafetyPolicy, .attest, .failVerification,
            .setQuotePolicy:
            self.init(catalogue: command)
        case .registerParty, .admitParty, .recordOwnership, .recordRelation, .halt, .resume:
            try self.init(parties: command, text: text)
        case .recordDeposit, .requestPayout, .approvePayout, .proposeProgramme, .approveProgramme, .authorisePool,
            .applyForVoucher:
            self.init(money: command)
        case .listOffer, .amendOffer, .withdrawOffer, .withdrawOffers, .submitDemand, .amendDemand, .cancelDemand,
            .cancelDemands, .reportUsage, .endLease, .claim, .quoteDemand, .takeQuote, .submitBundle, .planWithdrawal:
            self.init(market: command)
        case .tick, .closeBatch: return nil
        }
    }

    private init?(catalogue command: Command) {
        switch command {
        case .defineZone(let terms):
            self.init(
                "/v1/zones",
                ZoneRequest(
                    code: terms.code, name: terms.name, nameEnglish: terms.nameEnglish, level: terms.level,
                    parent: terms.parent))
        case .publishNetwork(let links): self.init("/v1/network", NetworkRequest(links))
        case .publishConversion(let chips): self.init("/v1/conversion", ConversionRequest(chips))
        case .setPolicy(let policy):
            self.init(
                "/v1/policy",
                PolicyBody(
                    feeBasisPoints: policy.fee.value, contestHours: policy.contestHours,
                    reportHours: policy.reportHours, missedHoursToEnd: policy.missedHoursToEnd,
                    priceRule: policy.priceRule))
        case .defineInstanceType(let terms): self.init("/v1/instance-types", InstanceTypeBody(terms))
        case .advanceClock(let stamp): self.init("/v1/clock", ClockRequest(to: stamp))
        case .setBatchPolicy(let policy): self.init("/v1/batch-policy", BatchPolicyBody(policy))
        case .setQuotePolicy(let policy): self.init("/v1/quote-policy", QuotePolicyBody(policy))
        case .callBatch(let scope): self.init("/v1/batches", BatchRequest(scope))
        case .attest(let verification): self.init("/v1/verifications", VerificationRequest(verification))
        case .failVerification(let subject, let evidence):
            self.init("/v1/verification-failures", VerificationFailureRequest(subject, evidence))
        case .setSafetyPolicy(let policy): self.init("/v1/safety-policy", SafetyPolicyBody(policy))
        default: return nil
        }
    }

    private init?(parties command: Command, text: ErasableText?) throws(Reason) {
        switch command {
        case .registerParty(let registration):
            guard let request = try PartyRequest(registration, name: text?.text ?? "") else { return nil }
            self.init("/v1/parties", request)
        case .admitParty(let party): self.init("/v1/parties/\(party)/approvals")
        case .recordOwnership(let ownership): self.init("/v1/ownerships", OwnershipRequest(ownership))
        case .recordRelation(let kind, let one, let other):
            self.init("/v1/relations", RelationRequest(kind, one, other))
        case .halt(let scope, _): self.init("/v1/halts", HaltRequest(scope, note: try Label(text?.text ?? "")))
        case .resume(let scope, _):
            self.init("/v1/resumptions", HaltRequest(scope, note: try Label(text?.text ?? "")))
        default: return nil
        }
    }

    private init?(money command: Command) {
        switch command {
        case .recordDeposit(let deposit):
            self.init(
                "/v1/deposits",
                DepositRequest(party: deposit.party, amountFen: deposit.amount.fen, reference: deposit.reference))
        case .requestPayout(let amount): self.init("/v1/payouts", AmountRequest(amountFen: amount.fen))
        case .approvePayout(let payout, let reference):
            self.init("/v1/payouts/\(payout)/approval", PayoutApprovalRequest(reference: reference))
        case .proposeProgramme(let definition): self.init("/v1/programmes", ProgrammeBody(definition))
        case .approveProgramme(let id, let version): self.init("/v1/programmes/\(id)/versions/\(version)/approval")
        case .authorisePool(let id, let amount):
            self.init("/v1/programmes/\(id)/authorisations", AmountRequest(amountFen: amount.fen))
        case .applyForVoucher(let id, let spend):
            self.init("/v1/programmes/\(id)/applications", ApplicationRequest(plannedSpendFen: spend.fen))
        default: return nil
        }
    }

    private init?(market command: Command) {
        switch command {
        case .listOffer(let terms): self.init("/v1/offers", OfferBody(terms))
        case .amendOffer(let offer, let change):
            self.init("/v1/offers/\(offer)/amendments", OfferAmendmentBody(change))
        case .planWithdrawal(let offer, let plan):
            self.init("/v1/offers/\(offer)/planned-withdrawals", PlannedWithdrawalBody(plan))
        case .withdrawOffers(let scope): self.init("/v1/withdrawals", ScopeBody(scope))
        case .amendDemand(let demand, let change):
            self.init("/v1/demands/\(demand)/amendments", DemandAmendmentBody(change))
        case .cancelDemands(let scope): self.init("/v1/cancellations", ScopeBody(scope))
        case .withdrawOffer(let offer): self.init("/v1/offers/\(offer)/withdrawal")
        case .submitDemand(let terms): self.init("/v1/demands", DemandBody(terms))
        case .quoteDemand(let terms): self.init("/v1/quotes", DemandBody(terms))
        case .submitBundle(let terms): self.init("/v1/bundles", BundleBody(terms))
        case .takeQuote(let quote, let terms): self.init("/v1/demands", DemandBody(terms, quote: quote))
        case .cancelDemand(let demand): self.init("/v1/demands/\(demand)/cancellation")
        case .reportUsage(let report): self.init("/v1/leases/\(report.lease)/usage", UsageRequest(report))
        case .endLease(let lease): self.init("/v1/leases/\(lease)/end")
        case .claim(let lease): self.init("/v1/leases/\(lease)/claim")
        default: return nil
        }
    }
}

extension PartyRequest {
    /// nil for a natural person. Errors: `labelInvalid`.
    fileprivate init?(_ registration: PartyRegistration, name: String) throws(Reason) {
        let (form, code): (PartyForm, CreditCode)
        switch registration.identity {
        case .firm(let own): (form, code) = (.firm, own)
        case .individualBusiness(let own): (form, code) = (.individualBusiness, own)
        case .person: return nil
        }
        self.init(
            form: form, creditCode: code, name: try Label(name), profile: registration.profile,
            buys: registration.buys, provides: registration.provides)
    }
}

import Domain
import Matching
import Programmes

extension Exchange {
    /// The class of a demand by the lots that may pay for it now.
    mutating func subsidyClass(of demand: Demand) -> Int32 {
        guard lots.hasLots(demand.buyer) else { return 0 }
        return subsidies.number(of: subsidyKey(of: demand), applicant: parties.entry(demand.buyer)!.applicant)
    }

    /// What the nominal subsidy of a demand depends on, by the lots that may pay for it now.
    func subsidyKey(of demand: Demand) -> SubsidyKey {
        let buyer = parties.entry(demand.buyer)!
        let terms = demand.terms
        let paying = lots.lots(of: buyer.id, funding: terms.funding, payingFor: terms.window, at: now)
        var rules: [SubsidyKey.Rules] = []
        for balance in paying {
            let rule = SubsidyKey.Rules(programme: balance.lot.programme, version: balance.lot.programmeVersion)
            if !rules.contains(rule) { rules.append(rule) }
        }
        let profile = buyer.registration.profile
        return SubsidyKey(
            rules: rules, size: buyer.size, attributes: profile.attributes, region: profile.region,
            sector: profile.sector, founded: profile.founded, legalPerson: buyer.applicant.legalPerson, use: terms.use,
            days: applicantDays(terms.term))
    }

    private func applicantDays(_ window: Window) -> Int64 { (window.hours + 23) / 24 }

    /// Hands Matching the subsidy rates of every class and listing seen so far.
    mutating func admitSubsidies() {
        guard subsidies.isBehind else { return }
        var classes = SubsidyClasses()
        swap(&classes, &subsidies)
        let changed = rate(&classes)
        swap(&classes, &subsidies)
        if changed { market.use(subsidies: subsidies.table) }
    }

    /// Rates the classes and listings seen since the last time; whether anything changed.
    func rate(_ classes: inout SubsidyClasses) -> Bool {
        let stamp = now
        let (programmes, catalogue, parties) = (programmes, catalogue, parties)
        return classes.update { key, applicant, pair in
            let terms = catalogue.type(pair.type)!.terms
            let window = Window(unchecked: stamp.hour, stamp.hour + key.days * 24)
            let contract = ContractFacts(
                kind: terms.kind, origin: terms.origin, service: terms.service, use: key.use,
                provider: parties.entry(pair.provider)!.registration.creditCode, signedAt: stamp, term: window,
                vat: .cloudService)
            return key.rules.lazy.map { rule in
                programmes.entry(rule.programme)!.version(rule.version)!.definition.nominalRate(
                    applicant: applicant, contract: contract, at: stamp)
            }.first { $0 > .zero } ?? .zero
        }
    }

    /// Hands Matching the pairs that a new share or relation may have changed.
    mutating func relationsChanged(around party: PartyID) {
        let group = parties.relations.connected(to: party)
        var changes: [(buyer: PartyID, provider: PartyID, relation: Matching.PairRelation)] = []
        for buyer in group {
            for provider in group where provider != buyer {
                changes.append((buyer, provider, parties.relations.relation(buyer, provider).inMatching))
            }
        }
        setPairs(changes)
    }

    /// A party never trades with itself.
    mutating func blockSelf(_ party: PartyID) { setPairs([(party, party, .sameBeneficialOwner)]) }

    private mutating func setPairs(
        _ changes: [(buyer: PartyID, provider: PartyID, relation: Matching.PairRelation)]
    ) {
        pairs = pairs.setting(changes, version: pairs.version + 1)
        market.use(pairs: pairs)
    }
}

extension Programmes.PairRelation {
    fileprivate var inMatching: Matching.PairRelation {
        switch self {
        case .none: .free
        case .related: .related
        case .sameBeneficialOwner: .sameBeneficialOwner
        }
    }
}

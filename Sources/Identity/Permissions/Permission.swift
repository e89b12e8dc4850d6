import Domain

/// Who may ask for an operation.
public enum Permission: Hashable, Sendable {
    /// Anybody, without a key.
    case anybody
    /// A key with one of these seats.
    case seats(Set<Seat>)

    public func admits(_ seat: Seat) -> Bool {
        switch self {
        case .anybody: true
        case .seats(let seats): seats.contains(seat)
        }
    }
}

extension ServiceOperation {
    /// The permission table: seat × operation. What is not named here is refused.
    ///
    /// Which objects a seat sees is another matter: buyers and providers see their own, and what is public.
    public var permission: Permission {
        switch self {
        case .firstPage, .batchPage, .openAPI, .health, .ready, .metrics, .checkpoint, .inclusionProof,
            .consistencyProof:
            .anybody
        case .listEntries: .seats([.auditor])
        case .listParties, .getParty, .listZones, .getNetwork, .getConversion, .getPolicy, .listInstanceTypes,
            .getInstanceType, .getTypeConversion, .listProgrammes, .getProgramme, .listOffers, .getOffer, .getDepth,
            .getClock, .listBatches, .getBatch, .getBatchPolicy, .getBatchIndication, .listHalts, .getSafetyPolicy,
            .listVerifications,
            .getQuotePolicy:
            .seats(Set(Seat.allCases))
        case .registerParty, .admitParty, .recordOwnership, .recordRelation, .defineZone, .publishNetwork,
            .publishConversion, .setPolicy, .recordDeposit, .approvePayout, .advanceClock, .confirmClock, .callBatch,
            .setBatchPolicy, .halt, .resume, .setSafetyPolicy, .attest, .failVerification, .setQuotePolicy:
            .seats([.operator])
        case .defineInstanceType: .seats([.operator, .provider])
        case .proposeProgramme, .approveProgramme, .authorisePool: .seats([.manager])
        case .applyForVoucher, .submitDemand, .listDemands, .getDemand, .amendDemand, .cancelDemand, .cancelDemands,
            .explainDemand, .previewDemand, .previewBundle, .quoteDemand, .submitBundle, .endLease:
            .seats([.buyer])
        case .listOffer, .amendOffer, .withdrawOffer, .planWithdrawal, .withdrawOffers, .reportUsage, .getStatement:
            .seats([.provider])
        case .requestPayout, .claim, .getWallet: .seats([.buyer, .provider])
        case .listLots, .getLot: .seats([.buyer, .manager, .auditor])
        case .listDeposits, .listPayouts, .getPayout, .listAccounts, .getAccount, .listTransfers, .listFills,
            .getFill, .listLeases, .getLease, .listDeliveries:
            .seats([.buyer, .provider, .auditor, .operator])
        }
    }
}

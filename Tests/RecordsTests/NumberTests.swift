import Domain
import Records
import Testing

@Suite("Canonical bytes: the numbers of enumerations")
struct NumberTests {
    /// The names in the order of their numbers, from 0.
    private func check<Value: CaseIterable & RawRepresentable<UInt8>>(_ type: Value.Type, _ names: String) {
        let found = (0..<UInt8(Value.allCases.count)).map { Value(rawValue: $0).map { "\($0)" } ?? "?" }
        #expect(found.joined(separator: " ") == names)
    }

    @Test func ofDomain() {
        check(Seat.self, "buyer provider manager auditor operator")
        check(
            Sector.self,
            "industry software informationTransmission wholesale retail construction transport warehousing postal "
                + "accommodation catering propertyManagement leasingAndBusiness realEstate agriculture other")
        check(FirmSize.self, "micro small medium large")
        check(
            RelationKind.self,
            "controlByAgreement jointControl significantInfluence commonControl keyManager closeFamily")
        check(ResourceKind.self, "accelerator cpu storage network")
        check(ChipOrigin.self, "domestic foreign unstated")
        check(ServiceKind.self, "bare image managedPlatform modelEndpoint")
        check(Precision.self, "fp64 fp32 tf32 fp16 bf16 fp8 int8")
        check(ZoneLevel.self, "nation hub province city edge")
        check(TariffKind.self, "charge policy")
        check(PriceRule.self, "listed resting clearing")
        check(ReferenceBasis.self, "fills asks")
        check(VerificationTier.self, "declared documented measured")
        check(DemandUse.self, "training inference modelService application")
        check(Lane.self, "now batch")
        check(Rounding.self, "halfEven down up halfUp")
    }

    @Test func ofProgrammes() {
        check(ProgrammeMode.self, "deduct reimburse postUse")
        check(FunderLevel.self, "nation province city district")
        check(CountedEvent.self, "issue fill delivery claim")
        check(DayCount.self, "endExclusive inclusive")
        check(UseBy.self, "delivery fill")
        check(BreakageTo.self, "available lapsed")
        check(
            EvaluationPhase.self,
            "eligibility eligibleBase proRating rate contractCap periodCap crossProgrammeCap pot rounding")
    }

    @Test func ofRecords() {
        check(
            AccountRole.self,
            "bank authority duty free held escrow earned fees network available reserved lotsFree lotsHeld claimed "
                + "inPayment disbursed lapsed undelivered used idle missed")
        check(
            TransferCause.self,
            "deposit payout authorisation issue hold release capture earning fee network maturity refund claim "
                + "expiry forfeit grant delivery")
        check(RecordPartKind.self, "command event transfer")
        check(
            CommandKind.self,
            "defineZone publishNetwork publishConversion setPolicy defineInstanceType registerParty admitParty "
                + "recordOwnership recordRelation recordDeposit requestPayout approvePayout proposeProgramme "
                + "approveProgramme authorisePool applyForVoucher listOffer withdrawOffer submitDemand cancelDemand "
                + "reportUsage endLease claim advanceClock tick amendDemand amendOffer cancelDemands "
                + "withdrawOffers setBatchPolicy callBatch closeBatch halt resume setSafetyPolicy "
                + "attest failVerification setQuotePolicy quoteDemand takeQuote submitBundle "
                + "planWithdrawal")
        check(
            EventKind.self,
            "zoneDefined networkPublished conversionPublished policySet instanceTypeDefined partyRegistered "
                + "partyApproved partyAdmitted ownershipRecorded relationRecorded accountOpened depositRecorded "
                + "payoutRequested payoutApproved programmeProposed programmeApproved poolAuthorised "
                + "voucherEvaluated lotIssued lotExpired offerListed offerClosed demandAccepted holdSet filled "
                + "fillEvaluated demandRested demandClosed delivered earningMatured leaseEnded claimed clockAdvanced "
                + "referencesPublished demandAmended offerAmended batchPolicySet batchCalled batchClosed "
                + "batchRoundHeld halted resumed safetyPolicySet verified verificationFailed verificationLapsed "
                + "quotePolicySet demandQuoted quoteTaken bundleAccepted batchRoundAwaits leaseCut")
    }
}

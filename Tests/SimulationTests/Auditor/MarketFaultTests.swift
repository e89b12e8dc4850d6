import Domain
import Records
import Simulation
import Testing

/// Faults of fills, delivery and claims.
struct MarketFaultTests {
    /// Of a fill that no quote has promised, whose capacity was taken before.
    private func isUnquoted(_ record: Record) -> Bool { record.header.kind != .takeQuote }

    private func tamperingFill(_ change: (Fill) -> [Fill]?) throws -> [AuditFault] {
        faults(
            try tampering(
                where: isUnquoted,
                events: { event in
                    guard case .filled(let fill) = event else { return nil }
                    return change(fill)?.map { .filled($0) }
                }))
    }

    @Test func aDoubledLeaseIsSeen() throws {
        let found = try tamperingFill { [$0, $0] }
        #expect(found.contains { if case .leaseRepeated = $0 { true } else { false } })
    }

    /// The same fill under another number: its demand gets more than it asked for, its offer gives more than it has.
    @Test func aFillUnderAnotherNumberIsSeen() throws {
        let found = try tamperingFill { fill in [fill] + (1...200).map { fill.with(id: FillID(90_000 + $0)) } }
        #expect(found.contains { if case .oversold = $0 { true } else { false } })
        #expect(found.contains { if case .demandOverfilled = $0 { true } else { false } })
    }

    @Test func oneMilliUnitTooMuchIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .filled(let fill) = event else { return nil }
            return [.filled(fill.with(quantity: fill.quantity + Quantity(unchecked: 1)))]
        })
        #expect(faults(spoilt).contains { if case .linesDiffer = $0 { true } else { false } })
    }

    @Test(arguments: [
        HaltScope.market, .region(ZoneID(1)), .provider(PartyID(0)),
    ])
    func aFillOfWhatStandsStillIsSeen(scope: HaltScope) throws {
        let found = try tampering(events: { event in
            guard case .filled(let fill) = event else { return nil }
            let halted = scope == .provider(PartyID(0)) ? .provider(fill.provider) : scope
            let note = try? Commitment(bytes: [UInt8](repeating: 1, count: 32))
            return note.map { [.halted(Halt(scope: halted, note: $0, person: PersonID(1))), event] }
        })
        #expect(faults(found).contains { if case .haltedTraded = $0 { true } else { false } })
    }

    @Test func aFillOfWhatFailedItsVerificationIsSeen() throws {
        let found = try tampering(events: { event in
            guard case .filled(let fill) = event else { return nil }
            let note = try? Commitment(bytes: [UInt8](repeating: 1, count: 32))
            return note.map {
                [.verificationFailed(.offer(fill.offer), evidence: $0, by: PersonID(1)), event]
            }
        })
        #expect(faults(found).contains { if case .unverifiedTraded = $0 { true } else { false } })
    }

    @Test func aFillOfAClosedOfferIsSeen() throws {
        let spoilt = try tampering(
            where: isUnquoted,
            events: { event in
                guard case .filled(let fill) = event else { return nil }
                return [.offerClosed(fill.offer, .withdrawn), event]
            })
        #expect(faults(spoilt).contains { if case .offerNotOpen = $0 { true } else { false } })
    }

    @Test func aFillOfAClosedDemandIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .filled(let fill) = event else { return nil }
            return [.demandClosed(fill.demand, .cancelledByOwner), event]
        })
        #expect(faults(spoilt).contains { if case .demandNotOpen = $0 { true } else { false } })
    }

    @Test func anotherConversionIsSeen() throws {
        func isSeen(_ spoil: (Fill) -> Fill?) throws -> Bool {
            let spoilt = try tampering(events: { event in
                guard case .filled(let fill) = event, let other = spoil(fill) else { return nil }
                return [.filled(other)]
            })
            return faults(spoilt).contains { if case .conversionDiffers = $0 { true } else { false } }
        }
        #expect(try isSeen { fill in fill.milliScu.map { fill.with(milliScu: $0 + 1) } })
        #expect(try isSeen { fill in fill.milliScu == nil ? fill.with(milliScu: 1_000) : nil })
        #expect(
            try isSeen { fill in
                let pinned = fill.versions
                guard fill.milliScu != nil else { return nil }
                return fill.with(
                    versions: PinnedVersions(
                        network: pinned.network, conversion: pinned.conversion + 1, policy: pinned.policy,
                        reference: pinned.reference))
            })
    }

    @Test func aPriceAboveTheLimitIsSeen() throws {
        let found = try tamperingFill { [$0.with(priceSum: UnitPrice.mostMicroYuan * $0.window.hours)] }
        #expect(found.contains { if case .aboveLimit = $0 { true } else { false } })
    }

    @Test func otherHoursThanAskedForAreSeen() throws {
        let later = try tamperingFill {
            [$0.with(window: Window(unchecked: $0.window.start + 100, $0.window.end + 100))]
        }
        #expect(later.contains { if case .hoursDiffer = $0 { true } else { false } })
        let shorter = try tamperingFill { fill in
            // Of one in pieces it would be another piece.
            guard fill.window.hours > 1, CleanJournal.demand(fill.demand)?.terms.chosenHours?.isInPieces != true
            else { return nil }
            return [fill.with(window: Window(unchecked: fill.window.start, fill.window.end - 1))]
        }
        #expect(shorter.contains { if case .hoursDiffer = $0 { true } else { false } })
    }

    /// As if a demand had asked for its hours in pieces, and one of its fills lacked an hour.
    @Test func aUnitWithoutAllItsPiecesIsSeen() throws {
        let amended = Set(
            CleanJournal.records.flatMap(\.events).compactMap { event -> DemandID? in
                if case .demandAmended(let demand, _, _) = event { demand.id } else { nil }
            })
        var spoilt = try tampering(
            where: isUnquoted,
            events: { event in
                guard case .filled(let fill) = event, !amended.contains(fill.demand),
                    let terms = CleanJournal.demand(fill.demand)?.terms, terms.lane == .now, terms.chosenHours == nil,
                    fill.quantity.milli % terms.hours != 0
                else { return nil }
                return [.filled(fill.with(window: Window(unchecked: fill.window.start, fill.window.end - 1)))]
            })
        let short = spoilt.records[Int(spoilt.sequence) - 1].events.compactMap { event -> Demand? in
            guard case .filled(let fill) = event, let demand = CleanJournal.demand(fill.demand) else { return nil }
            return demand.terms.chosenHours == nil && fill.window.hours < demand.terms.hours ? demand : nil
        }
        let demand = try #require(short.first)
        let terms = demand.terms
        let inPieces = Demand(
            id: demand.id, buyer: demand.buyer,
            terms: try DemandTerms(
                requirements: terms.requirements, quantity: terms.quantity, window: terms.window, home: terms.home,
                reach: terms.reach, limit: terms.limit, policy: terms.policy,
                chosenHours: try ChosenHours(terms.hours, leastPiece: 1)), place: demand.place)
        spoilt.records = spoilt.records.map { record in
            record.with(
                events: record.events.map { event in
                    guard case .demandAccepted(demand, let versions) = event else { return event }
                    return .demandAccepted(inPieces, versions)
                })
        }
        #expect(faults(spoilt).contains { if case .piecesDiffer = $0 { true } else { false } })
    }

    @Test func aLineThatIsNotTheDifferenceIsSeen() throws {
        let found = try tamperingFill { [$0.with(capacity: $0.capacity + Money(fen: 1))] }
        #expect(found.contains { if case .linesDiffer = $0 { true } else { false } })
    }

    @Test func aSplitThatDoesNotSumIsSeen() throws {
        let found = try tamperingFill { fill in
            let share = fill.shares[0]
            return [
                fill.with(
                    shares: [FundingShare(source: share.source, amount: share.amount + Money(fen: 1))]
                        + fill.shares.dropFirst())
            ]
        }
        #expect(found.contains { if case .splitDiffers = $0 { true } else { false } })
    }

    /// Each hour of the schedule counts: an offer that lists less than was sold at its first hour.
    @Test func anOfferThatListsLessIsSeen() throws {
        let sold = CleanJournal.records.flatMap(\.events).compactMap { event -> OfferID? in
            if case .filled(let fill) = event { fill.offer } else { nil }
        }
        let offer = try #require(sold.first)
        let records = try CleanJournal.records.map { record in
            record.with(
                events: try record.events.map { event in
                    guard case .offerListed(let listed) = event, listed.id == offer else { return event }
                    return .offerListed(try shrunk(listed))
                })
        }
        #expect(
            Auditor.findings(records).contains { if case .oversold(offer, _, _) = $0.fault { true } else { false } })
    }

    /// An amendment below what was sold, or below what was filled.
    @Test func anAmendmentBelowWhatIsSoldIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .filled(let fill) = event, let offer = CleanJournal.offer(fill.offer) else { return nil }
            return try? [event, .offerAmended(shrunk(offer))]
        })
        #expect(faults(spoilt).contains { if case .oversold = $0 { true } else { false } })
    }

    @Test func anAmendmentBelowWhatIsFilledIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .filled(let fill) = event, fill.quantity > Quantity(unchecked: 1),
                let demand = CleanJournal.demand(fill.demand), demand.terms.scu == nil,
                demand.terms.chosenHours == nil, let least = try? Quantity(1),
                let terms = try? demand.terms.amended(by: DemandAmendment(quantity: least))
            else { return nil }
            let amended = demand.amended(terms, place: demand.place)
            return [event, .demandAmended(amended, fill.versions, open: .zero)]
        })
        let found = faults(spoilt)
        #expect(found.contains { if case .demandOverfilled = $0 { true } else { false } })
        #expect(found.contains { if case .openDiffers = $0 { true } else { false } })
    }

    @Test func anotherPlaceIsSeen() throws {
        let ofDemand = try tampering(events: { event in
            guard case .demandAmended(let demand, let versions, let open) = event else { return nil }
            let place = Place(sequence: demand.place.sequence == 1 ? 2 : 1)
            let other = Demand(id: demand.id, buyer: demand.buyer, terms: demand.terms, place: place)
            return [event, .demandAmended(other, versions, open: open)]
        })
        #expect(faults(ofDemand).contains(.placeDiffers(.demandAmended)))
        let ofOffer = try tampering(events: { event in
            guard case .offerAmended(let offer) = event else { return nil }
            let place = Place(sequence: offer.place.sequence == 1 ? 2 : 1)
            return [
                event, .offerAmended(Offer(id: offer.id, provider: offer.provider, terms: offer.terms, place: place)),
            ]
        })
        #expect(faults(ofOffer).contains(.placeDiffers(.offerAmended)))
    }

    private func shrunk(_ offer: Offer) throws -> Offer {
        let steps = offer.terms.schedule.steps.map { CapacityStep(window: $0.window, quantity: .zero) }
        let old = offer.terms
        let terms = try OfferTerms(
            instanceType: old.instanceType, zone: old.zone, schedule: try CapacitySchedule(steps: steps),
            lotSize: old.lotSize, shortestTermHours: old.shortestTermHours, price: old.price, vat: old.vat,
            buyers: old.buyers, tier: old.tier)
        return Offer(id: offer.id, provider: offer.provider, terms: terms, place: offer.place)
    }

    @Test func aDeliveryOfAnotherSumIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .delivered(let delivery) = event else { return nil }
            return [
                .delivered(
                    Delivery(
                        lease: delivery.lease, fromSecond: delivery.fromSecond, untilSecond: delivery.untilSecond,
                        used: delivery.used + 1, idle: delivery.idle, missed: delivery.missed, reason: delivery.reason))
            ]
        })
        #expect(faults(spoilt).contains { if case .deliveryDiffers = $0 { true } else { false } })
    }

    /// Used hours booked as idle: the money is the same, the quota is not.
    @Test func anotherOutcomeIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .delivered(let delivery) = event, delivery.used != delivery.idle else { return nil }
            return [
                .delivered(
                    Delivery(
                        lease: delivery.lease, fromSecond: delivery.fromSecond, untilSecond: delivery.untilSecond,
                        used: delivery.idle, idle: delivery.used, missed: delivery.missed, reason: delivery.reason))
            ]
        })
        let found = faults(spoilt)
        #expect(
            found.allSatisfy {
                if case .balanceDiffers(let account, _, _) = $0 { account.asset != .cny } else { false }
            })
    }

    @Test func aMaturityBeyondTheEarningIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .earningMatured(let lease, let amount) = event else { return nil }
            return [.earningMatured(lease, amount + Money(fen: 100_000_000))]
        })
        #expect(faults(spoilt).contains { if case .maturedBeyondEarned = $0 { true } else { false } })
    }

    @Test func aClaimBeyondTheEarningIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .claimed(let lease, let claims) = event else { return nil }
            let more = ProgrammeClaim(
                lot: claims[0].lot, funder: claims[0].funder, amount: claims[0].amount + Money(fen: 100_000_000))
            return [.claimed(lease, [more] + claims.dropFirst())]
        })
        #expect(faults(spoilt).contains { if case .claimedBeyondEarned = $0 { true } else { false } })
    }

    @Test func aClaimOfALotThatDidNotPayIsSeen() throws {
        let spoilt = try tampering(events: { event in
            guard case .claimed(let lease, let claims) = event else { return nil }
            return [.claimed(lease, claims + [ProgrammeClaim(lot: LotID(999), funder: 0, amount: Money(fen: 1))])]
        })
        #expect(faults(spoilt).contains { if case .claimedBeyondEarned(_, LotID(999)) = $0 { true } else { false } })
    }
}

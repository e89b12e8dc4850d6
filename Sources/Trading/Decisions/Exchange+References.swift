import Domain
import Matching
import Programmes
import Records

// Reference prices are found anew by the first record at or after a midnight in Shanghai, if a sale or an ask has
// come or gone since. Demands accepted before keep the version that they are pinned to.
extension Exchange {
    /// The versions in force, to which a demand is pinned when it is accepted.
    var versions: PinnedVersions {
        PinnedVersions(
            network: catalogue.networkVersion, conversion: catalogue.conversionVersion,
            policy: catalogue.policyVersion, reference: references.version)
    }

    /// Publishes the classes whose reference price is another as of this record's stamp, under the next version; where
    /// there are none the version stays.
    ///
    /// Complexity: O(touched classes × (distinct prices + asks)), and the sales that leave the window.
    mutating func publishReferences() {
        let version = references.version
        var next = references
        next.dropSales(by: draft.stamp, of: leases.entries) { sale($0) }
        let prices = next.touchedClasses.compactMap { reference -> ReferencePrice? in
            let finding = finding(of: reference, sales: next)
            return finding == references.finding(of: reference, version: version)
                ? nil : ReferencePrice(reference, finding)
        }
        emit(.referencesPublished(version: prices.isEmpty ? version : version + 1, prices))
    }

    /// The median of the sales, else of the asks where they have five owners or more, each owner counting once with
    /// its lowest ask; nil where there is neither.
    private func finding(of reference: ReferenceClass, sales: ReferenceRegister) -> ReferenceFinding? {
        if let price = sales.medianSale(of: reference) { return ReferenceFinding(price: price, basis: .fills) }
        let asks = orders.lowestAsks(in: reference)
        guard asks.count >= ReferenceRegister.ownersLeast else { return nil }
        let owners = owners(of: asks.map(\.provider))
        var (lowest, levels) = ([Int: UnitPrice](), PriceLevels())
        for (owner, ask) in zip(owners, asks) { lowest[owner] = min(lowest[owner] ?? ask.price, ask.price) }
        guard lowest.count >= ReferenceRegister.ownersLeast else { return nil }
        for price in lowest.values { levels.add(price, weight: 1) }
        return levels.median.map { ReferenceFinding(price: $0, basis: .asks) }
    }

    /// The owner of each of these parties as a number: parties that a chain of pairs with the same beneficial owner
    /// joins have one.
    private func owners(of providers: [PartyID]) -> [Int] {
        var owners: [PartyID: Int] = [:]
        for provider in providers where owners[provider] == nil {
            let number = owners.count
            var open = [provider]
            while let next = open.popLast() {
                guard owners.updateValue(number, forKey: next) == nil else { continue }
                open += parties.relations.connected(to: next).filter {
                    owners[$0] == nil && pairs.relation(next, $0) == .sameBeneficialOwner
                }
            }
        }
        return providers.map { owners[$0]! }
    }

    /// A fill as a reference price sees it; nil where it stands outside.
    private func sale(_ fill: Fill) -> ReferenceSale? {
        ReferenceSale(fill, instanceType: orders.offer(fill.offer)!.offer.terms.instanceType)
    }

    /// The market's lowest reference price, in the version that the demand is pinned to, of the classes that its
    /// terms allow; in SCU per SCU-hour, rounded down. Complexity: O(types + classes).
    func leastReference(for demand: DemandEntry) -> UnitPrice? {
        let terms = demand.terms
        let scales = Dictionary(uniqueKeysWithValues: normalisers(for: demand).map { ($0.type.id, $0.scale) })
        return references.lowest(version: demand.versions.reference) { reference, price in
            guard let scale = scales[reference.instanceType],
                catalogue.contains(reference.zone, home: terms.home, level: terms.reach.level)
            else { return nil }
            return price.per(scale, .down)
        }
    }
}

// How events change what the next version is found from.
extension Exchange {
    mutating func sold(_ fill: Fill) {
        guard let sale = sale(fill) else { return }
        references.add(sale)
        queueReferences(after: draft.stamp)
    }

    mutating func asksChanged(_ offer: Offer) {
        references.touch(offer.referenceClass)
        queueReferences(after: draft.stamp)
    }

    /// A share that changed hands may join or part the owners of asks in any class.
    mutating func ownersChanged() {
        let classes = orders.openClasses
        guard !classes.isEmpty else { return }
        for reference in classes { references.touch(reference) }
        queueReferences(after: draft.stamp)
    }

    mutating func published(_ prices: [ReferencePrice], _ version: Int64) {
        let orders = orders
        references.dropSales(by: draft.stamp, of: leases.entries) {
            ReferenceSale($0, instanceType: orders.offer($0.offer)!.offer.terms.instanceType)
        }
        references.publish(prices, version: version)
        // Sales that will leave are due at the midnight by which the first of them has.
        if let leaving = references.nextLeaving(of: leases.entries) {
            queueReferences(after: Stamp(microseconds: leaving.microseconds - 1))
        }
    }

    /// Lets the next version fall due at the first midnight after an instant, if none is due earlier.
    private mutating func queueReferences(after stamp: Stamp) {
        // Of what is due at most a day later there is no earlier midnight.
        if let due = references.dueAt, due.microseconds - stamp.microseconds <= 86_400_000_000 { return }
        let clock = ZoneClock.shanghai
        let midnight = clock.expiry(lastValidDay: clock.date(at: stamp))
        guard references.dueAt.map({ midnight < $0 }) ?? true else { return }
        references.dueAt = midnight
        due.insert(Due(at: midnight, kind: .references, number: 0))
    }
}

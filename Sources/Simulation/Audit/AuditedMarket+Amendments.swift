import Domain
import Records

extension AuditedMarket {
    /// What is filled stays filled; only a new limit or a larger quantity gives another place.
    mutating func amend(_ demand: Demand, _ versions: PinnedVersions, open: Int64) {
        guard var audited = demands[demand.id] else { return faults.append(.unknownSubject(.demandAmended)) }
        let (old, new) = (audited.terms, demand.terms)
        if !audited.isOpen { faults.append(.demandNotOpen(demand.id)) }
        let losesPlace = old.limit != new.limit || old.quantity < new.quantity
        if losesPlace == (audited.demand.place == demand.place) {
            faults.append(.placeDiffers(.demandAmended))
        }
        if old.limit != new.limit, isOutside(new) { faults.append(.outsideCollar(.demandAmended)) }
        audited.openHours += (new.wanted - old.wanted) * new.hours
        if audited.isOverfilled(new) { faults.append(.demandOverfilled(demand.id, by: -audited.openHours)) }
        if open != audited.told(new) { faults.append(.openDiffers(demand.id)) }
        audited.demand = demand
        audited.conversion = versions.conversion
        demands[demand.id] = audited
    }

    /// What is sold stays sold at every hour; only a new price, or more at some hour, gives another place.
    ///
    /// Complexity: O(hours × steps).
    mutating func amend(_ offer: Offer) {
        guard var audited = offers[offer.id] else { return faults.append(.unknownSubject(.offerAmended)) }
        if !audited.isOpen { faults.append(.offerNotOpen(offer.id)) }
        let old = audited
        audited.offer = offer
        let grows = offer.terms.schedule.steps.contains { step in
            (step.window.start..<step.window.end).contains { audited.listed($0) > old.listed($0) }
        }
        let losesPlace = grows || offer.terms.price != old.offer.terms.price
        if losesPlace == (offer.place == old.offer.place) { faults.append(.placeDiffers(.offerAmended)) }
        if offer.terms.price != old.offer.terms.price, isOutside(offer.terms) {
            faults.append(.outsideCollar(.offerAmended))
        }
        let excess = audited.sold.map { (hour: $0.key, by: $0.value - audited.listed($0.key)) }
        if let first = excess.filter({ $0.by > 0 }).min(by: { $0.hour < $1.hour }) {
            faults.append(.oversold(offer.id, first.hour, by: first.by))
        }
        offers[offer.id] = audited
    }
}

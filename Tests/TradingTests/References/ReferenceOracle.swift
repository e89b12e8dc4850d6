import Domain
import Records

/// Reference prices found anew from a journal alone: each version by going through every record before it.
///
/// It knows fills only; the markets it is used on have fewer than five providers.
struct ReferenceOracle {
    private var types: [OfferID: InstanceTypeID] = [:]
    private var sales: [Sale] = []
    private var prices: [ReferenceClass: UnitPrice] = [:]
    private var version: Int64 = 0
    /// How often a version was compared that had changes.
    private(set) var versions = 0

    private struct Sale {
        let reference: ReferenceClass
        let at: Stamp
        let price: Int64
        let weight: Int128
    }

    /// What the record says otherwise than the oracle; nil where they agree.
    mutating func fault(_ record: Record) -> String? {
        for event in record.events {
            switch event {
            case .offerListed(let offer): types[offer.id] = offer.terms.instanceType
            case .filled(let fill): add(fill, at: record.header.stamp)
            case .referencesPublished(let version, let published):
                if let fault = compare(version, published, at: record.header.stamp) { return fault }
            default: break
            }
        }
        return nil
    }

    private mutating func add(_ fill: Fill, at stamp: Stamp) {
        guard !fill.related, fill.shares.allSatisfy({ $0.source == .own }) else { return }
        let price = Rounding.halfEven.quotient(Int128(fill.priceSum), Int128(fill.window.hours))
        sales.append(
            Sale(
                reference: ReferenceClass(instanceType: types[fill.offer]!, zone: fill.zone), at: stamp,
                price: Int64(price), weight: Int128(fill.quantity.milli) * Int128(fill.window.hours)))
    }

    private mutating func compare(_ version: Int64, _ published: [ReferencePrice], at stamp: Stamp) -> String? {
        let first = stamp.microseconds - 30 * 24 * Stamp.microsecondsPerHour
        let inWindow = sales.filter { $0.at.microseconds > first }
        let classes = Set(sales.map(\.reference)).sorted()
        let changes = classes.compactMap { reference -> ReferencePrice? in
            let price = median(inWindow.filter { $0.reference == reference })
            guard price != prices[reference] else { return nil }
            prices[reference] = price
            return ReferencePrice(reference, price.map { ReferenceFinding(price: $0, basis: .fills) })
        }
        if !changes.isEmpty { (self.version, versions) = (self.version + 1, versions + 1) }
        return changes == published && version == self.version
            ? nil : "\(version) \(published), not \(self.version) \(changes)"
    }

    /// The mean of the lowest price that reaches half of the weight and the lowest that passes it.
    private func median(_ sales: [Sale]) -> UnitPrice? {
        let whole = sales.reduce(Int128(0)) { $0 + $1.weight }
        func below(_ price: Int64) -> Int128 {
            sales.reduce(Int128(0)) { $0 + ($1.price <= price ? $1.weight : 0) }
        }
        let prices = sales.map(\.price).sorted()
        guard let low = prices.first(where: { below($0) * 2 >= whole }),
            let high = prices.first(where: { below($0) * 2 > whole })
        else { return nil }
        return UnitPrice(unchecked: Int64(Rounding.halfEven.quotient(Int128(low) + Int128(high), 2)))
    }
}

import Domain
import Programmes

/// The market's reference prices by version, and the sales of the last 30 days that the next version is found from.
///
/// A sale comes in once and goes out once, so that no command pays for how much there was before.
struct ReferenceRegister {
    /// Days for which a sale counts.
    static let windowDays: Int64 = 30
    /// Asks count where at least so many distinct owners have one.
    static let ownersLeast = 5

    /// 0 before the first.
    private(set) var version: Int64 = 0
    /// When the next version falls due; nil where nothing has changed since this one.
    var dueAt: Stamp?
    /// What each class was given, by ascending version.
    private(set) var published: [ReferenceClass: [PublishedReference]] = [:]
    private(set) var sales: [ReferenceClass: PriceLevels] = [:]
    /// The number of the oldest lease whose fill is in the window, or of the next one to be made.
    private(set) var oldest: Int64 = 1
    /// Classes of which a sale, an ask or the owners may have changed since the last version.
    private var touched: Set<ReferenceClass> = []

    init() {}

    init(
        version: Int64, dueAt: Stamp?, published: [ReferenceClass: [PublishedReference]],
        sales: [ReferenceClass: PriceLevels], oldest: Int64, touched: Set<ReferenceClass>
    ) {
        self.version = version
        self.dueAt = dueAt
        self.published = published
        self.sales = sales
        self.oldest = oldest
        self.touched = touched
    }

    struct PublishedReference {
        let version: Int64
        let finding: ReferenceFinding?
    }

    /// What a class had in a version. Complexity: O(log versions of the class).
    func finding(of reference: ReferenceClass, version: Int64) -> ReferenceFinding? {
        let list = published[reference] ?? []
        let later = list.firstPosition { $0.version > version }
        return later > 0 ? list[later - 1].finding : nil
    }

    /// The prices of a version, of some classes, in order. Complexity: O(n log n) in the classes.
    func prices(
        version: Int64, where admits: (ReferenceClass) -> Bool
    ) -> [(reference: ReferenceClass, price: UnitPrice)] {
        published.keys.filter(admits).sorted().compactMap { reference in
            finding(of: reference, version: version).map { (reference, $0.price) }
        }
    }

    /// The lowest of what the classes' prices of a version come to; nil where there is none. Complexity: O(classes).
    func lowest(version: Int64, _ body: (ReferenceClass, UnitPrice) -> UnitPrice?) -> UnitPrice? {
        published.keys.compactMap { key in finding(of: key, version: version).flatMap { body(key, $0.price) } }.min()
    }

    /// The median of the sales in the window; nil where there is none.
    func medianSale(of reference: ReferenceClass) -> UnitPrice? { sales[reference]?.median }

    /// Classes to look at for the next version, in order.
    var touchedClasses: [ReferenceClass] { touched.sorted() }

    mutating func touch(_ reference: ReferenceClass) { touched.insert(reference) }

    mutating func add(_ sale: ReferenceSale) {
        sales[sale.referenceClass, default: PriceLevels()].add(sale.price, weight: sale.weight)
        touch(sale.referenceClass)
    }

    /// Takes sales out that are 30 days old or older. Complexity: O(fills that leave).
    ///
    /// - Parameters:
    ///   - leases: all there are, by number.
    ///   - sale: a lease's fill as a sale; nil where it never came in.
    mutating func dropSales(by stamp: Stamp, of leases: [LeaseEntry], sale: (Fill) -> ReferenceSale?) {
        while let lease = leases.entry(oldest), ReferenceRegister.end(of: lease) <= stamp {
            oldest += 1
            guard let sale = sale(lease.fill) else { continue }
            sales[sale.referenceClass]?.remove(sale.price, weight: sale.weight)
            if sales[sale.referenceClass]?.isEmpty == true { sales[sale.referenceClass] = nil }
            touch(sale.referenceClass)
        }
    }

    /// When the oldest fill leaves the window; nil where the window is empty.
    func nextLeaving(of leases: [LeaseEntry]) -> Stamp? { leases.entry(oldest).map(ReferenceRegister.end) }

    private static func end(of lease: LeaseEntry) -> Stamp {
        Stamp(microseconds: lease.filledAt.microseconds + windowDays * 24 * Stamp.microsecondsPerHour)
    }

    mutating func publish(_ prices: [ReferencePrice], version: Int64) {
        for price in prices {
            published[price.referenceClass, default: []].append(
                PublishedReference(version: version, finding: price.finding))
        }
        self.version = version
        touched = []
        dueAt = nil
    }
}

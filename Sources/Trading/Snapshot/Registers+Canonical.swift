import Domain
import Programmes
import Records

extension DueKind: Canonical {}

extension Due: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(at, kind, number) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(at: try reader.read(), kind: try reader.read(), number: try reader.read())
    }
}

/// In the order in which they fall due.
extension DueQueue: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(table: sorted) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let sorted = try reader.table(of: Due.self)
        guard zip(sorted, sorted.dropFirst()).allSatisfy({ !($1 < $0) }) else {
            throw CanonicalError(.notCanonical, at: start)
        }
        self.init(sorted: sorted)
    }
}

extension ReferenceRegister.PublishedReference: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(version, finding) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(version: try reader.read(), finding: try reader.read())
    }
}

/// Classes ascending.
extension ReferenceRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(version, dueAt, oldest)
        writer.write(table: touchedClasses)
        writer.write(table: published.keys.sorted())
        for reference in published.keys.sorted() { writer.write(table: published[reference]!) }
        writer.write(table: sales.keys.sorted())
        for reference in sales.keys.sorted() {
            writer.write(table: sales[reference]!.levels.map { StoredLevel(price: $0.price, weight: $0.weight) })
        }
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (version, due, oldest): (Int64, Stamp?, Int64) = (
            try reader.read(), try reader.read(), try reader.read()
        )
        let touched = try reader.table(of: ReferenceClass.self)
        var published: [ReferenceClass: [PublishedReference]] = [:]
        for reference in try reader.table(of: ReferenceClass.self) { published[reference] = try reader.table() }
        var sales: [ReferenceClass: PriceLevels] = [:]
        for reference in try reader.table(of: ReferenceClass.self) {
            var levels = PriceLevels()
            for level in try reader.table(of: StoredLevel.self) { levels.add(level.price, weight: level.weight) }
            sales[reference] = levels
        }
        self.init(
            version: version, dueAt: due, published: published, sales: sales, oldest: oldest, touched: Set(touched))
    }
}

private struct StoredLevel: Canonical {
    let price: UnitPrice
    let weight: Int128

    init(price: UnitPrice, weight: Int128) { (self.price, self.weight) = (price, weight) }

    func write(to writer: inout CanonicalWriter) { writer.write(price, weight) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        (price, weight) = (try reader.read(), try reader.read())
    }
}

extension BatchRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(policy, policyVersion, count)
        writer.write(table: open)
        writer.write(table: rounds)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let (policy, version, count): (BatchPolicy, Int64, Int64) = (
            try reader.read(), try reader.read(), try reader.read()
        )
        let start = reader.offset
        let (open, rounds) = (try reader.table(of: Batch.self), try reader.table(of: RoundState.self))
        guard rounds.count == policy.rounds.count else { throw CanonicalError(.notCanonical, at: start) }
        self.init(policy: policy, policyVersion: version, count: count, open: open, rounds: rounds)
    }
}

extension RoundState: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(next, awaits) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(next: try reader.read(), awaits: try reader.read())
    }
}

/// Quotes ascending.
extension QuoteRegister: Canonical {
    func write(to writer: inout CanonicalWriter) {
        writer.write(policy, policyVersion)
        writer.write(table: quotes)
    }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        let policy = try reader.read(QuotePolicy.self)
        set(policy, version: try reader.read())
        for quote in try reader.table(of: Quote.self) { add(quote) }
    }
}

/// Ascending.
extension BundleRegister: Canonical {
    func write(to writer: inout CanonicalWriter) { writer.write(table: open) }

    init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init()
        for bundle in try reader.table(of: Bundle.self) { add(bundle) }
    }
}

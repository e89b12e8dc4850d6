import Domain

/// A part of an offer that a quote promises.
public struct QuotedPart: Hashable, Sendable {
    public let offer: OfferID
    public let window: Window
    public let quantity: Quantity

    public init(offer: OfferID, window: Window, quantity: Quantity) {
        self.offer = offer
        self.window = window
        self.quantity = quantity
    }
}

extension MarketBook {
    /// Takes what a quote promises out of everybody's reach. An amendment of the offer leaves it taken, and its
    /// withdrawal too.
    ///
    /// What it leaves less of may let other demands at rest trade: `RematchQueue(reducing:in:)`, before.
    ///
    /// - Precondition: the offers are listed and have this much free.
    public mutating func promise(_ parts: [QuotedPart], to quote: DemandID) {
        for part in parts {
            let slot = slot(of: part.offer)
            let (start, end) = (Int32(part.window.start), Int32(part.window.end))
            capacity.take(part.quantity.milli, of: offers[slot].capacity, start, end)
            leaveIfTaken(slot)
            quoted.add(
                QuotedTable.Row(
                    quote: quote, offer: part.offer, book: offers[slot].book, start: start, end: end,
                    quantity: part.quantity.milli))
        }
    }

    /// What a quote promised is sold: it stays taken.
    public mutating func keepPromise(to quote: DemandID) { _ = quoted.remove(quote) }

    /// Gives what a quote promised back to the offers that are still listed. Whom that concerns is
    /// `restingDemands(meetingAny:)`.
    public mutating func endPromise(to quote: DemandID) {
        for row in quoted.remove(quote) where isListed(row.offer) {
            release(
                row.offer, over: Window(unchecked: Hour(row.start), Hour(row.end)),
                quantity: Quantity(unchecked: row.quantity))
        }
    }

    /// The demands at rest that could take of any of these offers, in order of place.
    public func restingDemands(meetingAny offers: [OfferID]) -> [DemandID] {
        var seen: Set<DemandID> = []
        let met = offers.filter { isListed($0) }.flatMap { offer in
            restingDemands(meeting: offer).filter { seen.insert($0).inserted }
        }
        return met.sorted { demands[slot(of: $0)].place < demands[slot(of: $1)].place }
    }

    /// Whether, with these parts, quotes promise no more than a share of each class at any of their hours: of what it has
    /// free in offers with a lot left, and of what is promised. A class is counted over all its providers.
    ///
    /// - Precondition: the offers are listed and accepted by the demand on trial.
    /// - Complexity: O(n log n) in the steps of the offers of these classes.
    public func mayPromise(_ parts: [QuotedPart], to demand: Trial, share: BasisPoints) -> Bool {
        let classes = Set(parts.map { alike(offers[slot(of: $0.offer)].book) })
        return classes.allSatisfy { alike in
            let own = parts.filter { self.alike(offers[slot(of: $0.offer)].book) == alike }
            var hours = PromisedHours(over: own)
            for book in demand.demand.books[Int(alike.zone)] where self.alike(book) == alike {
                addFree(in: book, to: &hours)
            }
            for row in quoted.rows where self.alike(row.book) == alike {
                hours.add(free: row.quantity, promised: row.quantity, row.start, row.end)
            }
            return hours.keep(within: share)
        }
    }

    private func addFree(in book: Int32, to hours: inout PromisedHours) {
        var slot = offerQueues.first(in: book)
        while slot != PriceBook.none {
            for step in capacity.free(offers[slot].capacity) {
                hours.add(
                    free: step.quantity.milli, promised: 0, Int32(step.window.start), Int32(step.window.end))
            }
            slot = offerQueues.next(after: slot)
        }
    }

    /// A book's class whoever admits its provider: which programmes do changes, and here each is a class of its own.
    private func alike(_ book: Int32) -> OfferClass {
        let own = offerClasses.offerClass(ofBook: book)
        return OfferClass(
            type: own.type, zone: own.zone, vat: own.vat, tier: own.tier, buyers: own.buyers, lotMilli: own.lotMilli,
            termHours: own.termHours, admissionClass: 0)
    }
}

/// What is free of a class, and promised of it, hour by hour over the windows of a quote.
private struct PromisedHours {
    private var changes: [Int32: (whole: Int64, promised: Int64, asked: Int64)] = [:]

    /// The parts are still free; so they are promised, and no more whole than what is added.
    init(over parts: [QuotedPart]) {
        for part in parts {
            let (start, end) = (Int32(part.window.start), Int32(part.window.end))
            add(free: 0, promised: part.quantity.milli, start, end)
            changes[start, default: (0, 0, 0)].asked += 1
            changes[end, default: (0, 0, 0)].asked -= 1
        }
    }

    mutating func add(free: Int64, promised: Int64, _ start: Int32, _ end: Int32) {
        changes[start, default: (0, 0, 0)].whole += free
        changes[end, default: (0, 0, 0)].whole -= free
        changes[start, default: (0, 0, 0)].promised += promised
        changes[end, default: (0, 0, 0)].promised -= promised
    }

    func keep(within share: BasisPoints) -> Bool {
        var (whole, promised, asked): (Int64, Int64, Int64) = (0, 0, 0)
        for hour in changes.keys.sorted() {
            let change = changes[hour] ?? (0, 0, 0)
            (whole, promised, asked) = (whole + change.whole, promised + change.promised, asked + change.asked)
            if asked > 0, Int128(promised) * 10_000 > Int128(whole) * Int128(share.value) { return false }
        }
        return true
    }
}

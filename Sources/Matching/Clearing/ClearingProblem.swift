import Domain

/// What a batch decides on: offers, demands, and which of them may meet, all under dense numbers from 0.
///
/// Both sides stand in the order of their arrival. Quantities are for one and the same number of hours. An arc that is
/// not there is a pair that may not trade, for whatever reason; the solver knows no reasons.
public struct ClearingProblem: Sendable {
    public struct Offer: Hashable, Sendable {
        public let capacity: Quantity
        public let ask: UnitPrice

        public init(capacity: Quantity, ask: UnitPrice) {
            self.capacity = capacity
            self.ask = ask
        }
    }

    public struct Demand: Hashable, Sendable {
        public let quantity: Quantity
        /// The most that a unit may cost, tariff included.
        public let limit: UnitPrice
        /// The demand is filled with at least so much, over all its offers, or not at all. Zero: with any part; its
        /// quantity: whole or not at all.
        public let minimum: Quantity

        public init(quantity: Quantity, limit: UnitPrice, minimum: Quantity = .zero) {
            self.quantity = quantity
            self.limit = limit
            self.minimum = minimum
        }
    }

    /// An offer that a demand may take.
    public struct Arc: Hashable, Sendable {
        public let offer: Int32
        /// Transfer tariff per unit.
        public let tariff: UnitPrice

        public init(offer: Int32, tariff: UnitPrice) {
            self.offer = offer
            self.tariff = tariff
        }
    }

    public let offers: [Offer]
    public let demands: [Demand]
    /// The arcs of demand `d` are `arcs[arcStarts[d]..<arcStarts[d + 1]]`, by ascending offer.
    public let arcStarts: [Int]
    public let arcs: [Arc]

    /// Errors, in order: `arcStartsWrong`, `tooLarge`, `offerOutOfRange`, `demandOutOfRange`,
    /// `minimumOutOfRange`, `arcOutOfRange`, `arcsNotAscending`.
    ///
    /// - Complexity: O(offers + demands + arcs).
    public init(offers: [Offer], demands: [Demand], arcStarts: [Int], arcs: [Arc]) throws(ClearingRefusal) {
        (self.offers, self.demands, self.arcStarts, self.arcs) = (offers, demands, arcStarts, arcs)
        try checkStarts()
        guard max(offers.count, demands.count) <= Self.mostParties, arcs.count <= Self.mostArcs else { throw .tooLarge }
        try checkSides()
        try checkArcs()
    }

    /// The same, from a list of arcs a demand.
    public init(offers: [Offer], demands: [Demand], arcs: [[Arc]]) throws(ClearingRefusal) {
        let starts = arcs.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        try self.init(offers: offers, demands: demands, arcStarts: starts, arcs: arcs.flatMap { $0 })
    }

    @inline(__always)
    func arcs(of demand: Int) -> Range<Int> { arcStarts[demand]..<arcStarts[demand + 1] }

    /// Some demand is not filled by just any part of its quantity.
    var hasMinimums: Bool { demands.contains { $0.minimum > .zero } }

    /// What a unit on an arc gains, in micro-yuan: limit less ask less tariff. It may be negative.
    @inline(__always)
    func surplus(demand: Int, arc: Int) -> Int64 {
        let ask = offers[Int(arcs[arc].offer)].ask
        return demands[demand].limit.microYuan - ask.microYuan - arcs[arc].tariff.microYuan
    }
}

extension ClearingProblem {
    /// With this bound a surplus times the number of offers stays below 2⁵⁴, and a sum of these times quantities, in
    /// millionths, below 2¹²⁵.
    static let mostParties = 1 << 20
    /// Arcs are counted in 32 bits.
    static let mostArcs = 1 << 26

    private func checkStarts() throws(ClearingRefusal) {
        guard arcStarts.count == demands.count + 1, arcStarts.first == 0, arcStarts.last == arcs.count,
            zip(arcStarts, arcStarts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .arcStartsWrong }
    }

    private func checkSides() throws(ClearingRefusal) {
        for (number, offer) in offers.enumerated() {
            guard Self.isInRange(offer.capacity), Self.isInRange(offer.ask) else { throw .offerOutOfRange(number) }
        }
        for (number, demand) in demands.enumerated() {
            guard Self.isInRange(demand.quantity), Self.isInRange(demand.limit) else { throw .demandOutOfRange(number) }
            guard (.zero...demand.quantity).contains(demand.minimum) else { throw .minimumOutOfRange(number) }
        }
    }

    private func checkArcs() throws(ClearingRefusal) {
        for demand in demands.indices {
            var last: Int32 = -1
            for arc in arcs[arcs(of: demand)] {
                guard arc.offer >= 0, Int(arc.offer) < offers.count, Self.isInRange(arc.tariff) else {
                    throw .arcOutOfRange(demand: demand)
                }
                guard arc.offer > last else { throw .arcsNotAscending(demand: demand) }
                last = arc.offer
            }
        }
    }

    private static func isInRange(_ quantity: Quantity) -> Bool { (0...Quantity.mostMilli).contains(quantity.milli) }

    private static func isInRange(_ price: UnitPrice) -> Bool {
        (0...UnitPrice.mostMicroYuan).contains(price.microYuan)
    }
}

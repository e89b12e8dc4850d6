import Domain

/// What a batch decides on whose demands have windows of their own: they share the capacity of an offer hour by hour.
///
/// An offer is a list of **cells**, runs of hours that no window divides, each with its capacity and ask. A demand that
/// takes a unit of an offer takes it of every cell of its window. Where it may choose its hours, it has several arcs to an
/// offer, one for each **placement** of them. Both sides stand in the order of their arrival.
public struct HourlyProblem: Sendable {
    public struct Cell: Hashable, Sendable {
        public let window: Window
        /// At every hour of it.
        public let capacity: Quantity
        /// Sum over its hours, in micro-yuan per unit.
        public let askSum: Int64

        public init(window: Window, capacity: Quantity, askSum: Int64) {
            self.window = window
            self.capacity = capacity
            self.askSum = askSum
        }
    }

    public struct Demand: Hashable, Sendable {
        public let window: Window
        /// That each unit gets, consecutive: all of the window, or fewer.
        public let hours: Int64
        public let quantity: Quantity
        /// The most that a unit may cost an hour on average, tariff included.
        public let limit: UnitPrice
        /// As in `ClearingProblem.Demand`.
        public let minimum: Quantity

        var isFixed: Bool { hours == window.hours }

        /// - Parameter hours: nil for all of the window.
        public init(
            window: Window, hours: Int64? = nil, quantity: Quantity, limit: UnitPrice, minimum: Quantity = .zero
        ) {
            self.window = window
            self.hours = hours ?? window.hours
            self.quantity = quantity
            self.limit = limit
            self.minimum = minimum
        }
    }

    /// The cells of offer `o` are `cells[cellStarts[o]..<cellStarts[o + 1]]`, by time; between them it has nothing.
    public let cellStarts: [Int]
    public let cells: [Cell]
    public let demands: [Demand]
    /// The arcs of demand `d` are `arcs[arcStarts[d]..<arcStarts[d + 1]]`, by ascending offer, then start; tariffs are per
    /// unit-hour.
    public let arcStarts: [Int]
    public let arcs: [ClearingProblem.Arc]
    /// When a unit of each arc begins.
    public let starts: [Hour]
    /// The nominal subsidy of each arc, in basis points of its ask; empty where nobody has any.
    public let rates: [Int64]
    /// The cells that each arc takes units of.
    let spans: [Range<Int32>]

    /// With these bounds a sum over a window of prices times their scale stays below 2⁶⁰.
    static let mostCells = 1 << 22

    /// Errors, in order: `tooLarge`, `offerOutOfRange` (cells that are not in order of time, or hold numbers beyond their
    /// bounds), `demandOutOfRange`, `minimumOutOfRange`, `arcOutOfRange` (also where it leaves the demand's window, or the
    /// offer has no cells that make up its hours), `arcsNotAscending`. First of all `arcStartsWrong`.
    ///
    /// - Parameters:
    ///   - starts: of each arc; nil where all windows are fixed, whose begins they are.
    ///   - rates: of each arc, 0 ... 10,000; nil where nobody has a subsidy.
    /// - Complexity: O(cells + arcs × log(cells of an offer)).
    public init(
        offers: [[Cell]], demands: [Demand], arcs: [[ClearingProblem.Arc]], starts: [[Hour]]? = nil,
        rates: [[Int64]]? = nil
    ) throws(ClearingRefusal) {
        cellStarts = offers.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        cells = offers.flatMap { $0 }
        self.demands = demands
        arcStarts = arcs.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        self.arcs = arcs.flatMap { $0 }
        guard arcs.count == demands.count else { throw .arcStartsWrong }
        self.starts =
            starts?.flatMap { $0 }
            ?? zip(demands, arcs).flatMap { demand, arcs in arcs.map { _ in demand.window.start } }
        guard self.starts.count == self.arcs.count, starts.map({ $0.map(\.count) == arcs.map(\.count) }) ?? true else {
            throw .arcStartsWrong
        }
        let flat = rates?.flatMap { $0 } ?? []
        self.rates = flat.contains { $0 != 0 } ? flat : []
        guard flat.isEmpty || flat.count == self.arcs.count else { throw .arcStartsWrong }
        guard max(offers.count, demands.count) <= ClearingProblem.mostParties, cells.count <= Self.mostCells,
            self.arcs.count <= ClearingProblem.mostArcs
        else { throw .tooLarge }
        for (number, offer) in offers.enumerated() where !Self.isSound(offer) { throw .offerOutOfRange(number) }
        for (number, demand) in demands.enumerated() {
            guard Self.isInRange(demand.quantity), Self.isInRange(demand.limit),
                (1...demand.window.hours).contains(demand.hours)
            else { throw .demandOutOfRange(number) }
            guard (.zero...demand.quantity).contains(demand.minimum) else { throw .minimumOutOfRange(number) }
        }
        var spans: [Range<Int32>] = []
        for (number, demand) in demands.enumerated() {
            var last: (offer: Int32, start: Hour) = (-1, 0)
            for (arc, start) in zip(arcs[number], self.starts[arcStarts[number]...]) {
                guard arc.offer >= 0, Int(arc.offer) < offers.count, Self.isInRange(arc.tariff),
                    (demand.window.start...demand.window.end - demand.hours).contains(start),
                    let span = Self.span(of: Window(unchecked: start, start + demand.hours), in: offers[Int(arc.offer)])
                else { throw .arcOutOfRange(demand: number) }
                guard (arc.offer, start) > last else { throw .arcsNotAscending(demand: number) }
                last = (arc.offer, start)
                let first = Int32(cellStarts[Int(arc.offer)] + span.lowerBound)
                spans.append(first..<first + Int32(span.count))
            }
        }
        self.spans = spans
    }

    public var offerCount: Int { cellStarts.count - 1 }

    @inline(__always)
    func arcs(of demand: Int) -> Range<Int> { arcStarts[demand]..<arcStarts[demand + 1] }

    var hasMinimums: Bool { demands.contains { $0.minimum > .zero } }

    /// The arc of a fill; nil where there is none.
    func arc(of fill: ClearingFill) -> Int? {
        guard demands.indices.contains(Int(fill.demand)), fill.placement >= 0 else { return nil }
        let arcs = arcs(of: Int(fill.demand))
        guard let first = arcs.first(where: { self.arcs[$0].offer == fill.offer }) else { return nil }
        let arc = first + Int(fill.placement)
        return arcs.contains(arc) && self.arcs[arc].offer == fill.offer ? arc : nil
    }

    /// The nominal subsidy of a unit on an arc over its hours, in basis points of a micro-yuan.
    func subsidy(arc: Int) -> Int128 {
        guard !rates.isEmpty else { return 0 }
        let span = spans[arc]
        let askSum = cells[Int(span.lowerBound)..<Int(span.upperBound)].reduce(0) { $0 + $1.askSum }
        return Int128(askSum) * Int128(rates[arc])
    }

    /// What a unit on an arc gains over its hours, in micro-yuan: limit less ask less tariff. It may be negative.
    func surplus(demand: Int, arc: Int) -> Int64 {
        let (terms, span) = (demands[demand], spans[arc])
        let askSum = cells[Int(span.lowerBound)..<Int(span.upperBound)].reduce(0) { $0 + $1.askSum }
        return (terms.limit.microYuan - arcs[arc].tariff.microYuan) * terms.hours - askSum
    }
}

extension HourlyProblem {
    private static func isSound(_ cells: [Cell]) -> Bool {
        cells.allSatisfy { cell in
            isInRange(cell.capacity) && cell.window.hours > 0
                && (0...UnitPrice.mostMicroYuan * cell.window.hours).contains(cell.askSum)
        } && zip(cells, cells.dropFirst()).allSatisfy { $0.window.end <= $1.window.start }
    }

    /// The cells that make up a window, or nil.
    private static func span(of window: Window, in cells: [Cell]) -> Range<Int>? {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].window.start < window.start { low = middle + 1 } else { high = middle }
        }
        var (end, reached) = (low, window.start)
        while end < cells.count, cells[end].window.start == reached, reached < window.end {
            reached = cells[end].window.end
            end += 1
        }
        return reached == window.end && end > low ? low..<end : nil
    }

    private static func isInRange(_ quantity: Quantity) -> Bool { (0...Quantity.mostMilli).contains(quantity.milli) }

    private static func isInRange(_ price: UnitPrice) -> Bool {
        (0...UnitPrice.mostMicroYuan).contains(price.microYuan)
    }
}

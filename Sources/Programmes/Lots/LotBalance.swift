import Domain

/// What became of a lot's face, by funder: face = free + held + drawn + expired, at every instant.
public struct LotBalance: Hashable, Sendable {
    public let lot: Lot
    public let useBy: UseBy
    public let breakageTo: BreakageTo
    /// Positions of the funders, the higher level first.
    public let order: [Int]
    /// Exclusive. The lot's own expiry, or that of a refund that came after it.
    public private(set) var usableUntil: Stamp
    public private(set) var free: [Money]
    public private(set) var held: [Money]
    /// In escrow and beyond, net of refunds.
    public private(set) var drawn: [Money]
    /// What came back in all; it is part of `free` or `expired`.
    public private(set) var refunded: [Money]
    public private(set) var expired: [Money]
    private var holds: [DemandID: [Money]] = [:]

    public init(_ lot: Lot, definition: ProgrammeDefinition) {
        self.lot = lot
        useBy = definition.useBy
        breakageTo = definition.breakageTo
        order = definition.funderOrder
        usableUntil = lot.expiresAt
        free = lot.faces
        held = .zeros(lot.faces.count)
        drawn = held
        refunded = held
        expired = held
    }

    /// The balance of a lot as it was left. `holdings` are of distinct demands, amounts as many as faces.
    public init(
        _ lot: Lot, definition: ProgrammeDefinition, usableUntil: Stamp, free: [Money], drawn: [Money],
        refunded: [Money], expired: [Money], holdings: [LotExpiry.HeldPart]
    ) {
        self.init(lot, definition: definition)
        self.usableUntil = usableUntil
        (self.free, self.drawn, self.refunded, self.expired) = (free, drawn, refunded, expired)
        for part in holdings {
            holds[part.demand] = part.amounts
            held = held.plus(part.amounts)
        }
        assertSound()
    }

    /// The demands that hold a part, ascending.
    public var holders: [DemandID] { holds.keys.sorted() }

    public func held(by demand: DemandID) -> [Money] { holds[demand] ?? .zeros(free.count) }

    /// What a demand could hold: the free part and what it holds already.
    public func available(to demand: DemandID) -> Money { (free.total + held(by: demand).total) }

    /// The last hour's end that it may pay for; nil where it may pay for any.
    public var lastHour: Hour? { useBy == .fill ? nil : usableUntil.hour }

    /// Whether it may pay for some hour of `window` in a fill at `stamp`.
    public func pays(for window: Window, at stamp: Stamp) -> Bool {
        stamp < usableUntil && EligibleBase.payable(window, endingBy: lastHour) != nil
    }

    /// Whether it may pay for every hour of `window`.
    public func covers(_ window: Window) -> Bool { lastHour.map { window.end <= $0 } ?? true }

    /// How a hold of `amount` by `demand`, in place of what it holds, divides among the funders.
    public func holdSplit(_ amount: Money, demand: DemandID) -> [Money] {
        let own = held(by: demand)
        return FunderSplit.draw(
            amount, net: drawn.plus(held).minus(own), faces: lot.faces, available: free.plus(own), order: order)
    }

    /// How a draw of `amount` out of what `demand` holds divides among the funders.
    public func drawSplit(_ amount: Money, demand: DemandID) -> [Money] {
        FunderSplit.draw(amount, net: drawn, faces: lot.faces, available: held(by: demand), order: order)
    }

    /// How a refund of `amount` divides where no source is named.
    public func refundSplit(_ amount: Money) -> [Money] {
        FunderSplit.refund(amount, net: drawn, faces: lot.faces, available: drawn, order: order)
    }

    mutating func setHold(_ amounts: [Money], demand: DemandID) {
        let change = amounts.minus(held(by: demand))
        free = free.minus(change)
        held = held.plus(change)
        holds[demand] = amounts.total == .zero ? nil : amounts
        assertSound()
    }

    mutating func capture(_ amounts: [Money], demand: DemandID) {
        let left = held(by: demand).minus(amounts)
        precondition(left.allSatisfy { $0 >= .zero }, "a draw stays within the demand's hold")
        holds[demand] = left.total == .zero ? nil : left
        held = held.minus(amounts)
        drawn = drawn.plus(amounts)
        assertSound()
    }

    mutating func draw(_ amounts: [Money]) {
        free = free.minus(amounts)
        drawn = drawn.plus(amounts)
        assertSound()
    }

    mutating func refund(_ amounts: [Money], forfeit: Bool, until: Stamp?) {
        drawn = drawn.minus(amounts)
        refunded = refunded.plus(amounts)
        if forfeit { expired = expired.plus(amounts) } else { free = free.plus(amounts) }
        usableUntil = max(usableUntil, until ?? usableUntil)
        assertSound()
    }

    mutating func expire() -> [Money] {
        let broken = free.plus(held)
        (free, held, holds) = (.zeros(free.count), .zeros(free.count), [:])
        expired = expired.plus(broken)
        assertSound()
        return broken
    }

    /// As if what is free were gone.
    func withoutFree() -> LotBalance {
        var balance = self
        balance.expired = expired.plus(free)
        balance.free = .zeros(free.count)
        return balance
    }

    private func assertSound() {
        assert([free, held, drawn, expired].allSatisfy { $0.allSatisfy { $0 >= .zero } }, "no part is negative")
        assert(free.plus(held).plus(drawn).plus(expired) == lot.faces, "the parts sum to the face")
    }
}

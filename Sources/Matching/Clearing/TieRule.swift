import Domain

/// The tie rule: demands that gain the same per unit from the same offers share what they got together, and offers that
/// are alike in the same way what they sold.
///
/// Shares are pro rata to quantity or capacity, rounded down; the milli-units that remain go one each to the earliest.
/// Units are dealt out in order of their other side to the members in order of arrival, so that they split into as
/// few fills as possible. What each member of the other side gets or sells, and the welfare, stay as they are.
///
/// A demand with a least fill shares with nobody, since a part may be less than it takes. Of those that are alike, down
/// to quantity and least fill, the earlier get what is more.
struct TieRule {
    private let demandGroups: [[Int32]]
    private let offerGroups: [[Int32]]
    private let seniorities: [[Int32]]

    init(_ auction: inout Auction, of problem: ClearingProblem) {
        let demands = AlikeRegister(
            members: auction.demandCount, rows: UnsafePointer(auction.arcs.start),
            starts: UnsafePointer(auction.arcStarts.start))
        auction.sortColumns()
        let offers = AlikeRegister(
            members: auction.offerCount, rows: UnsafePointer(auction.reverse.columns.start),
            starts: UnsafePointer(auction.lotStarts.start))
        self.init(
            demands: demands.groups, offers: offers.groups,
            sizes: problem.demands.map { Size(quantity: $0.quantity.milli, minimum: $0.minimum.milli) })
    }

    /// Of alike demands and alike offers; sizes are those of all demands.
    init(demands: [[Int32]], offers: [[Int32]], sizes: [Size]) {
        let sorted = demands.map { Self.byMinimum($0, sizes) }
        demandGroups = sorted.map(\.sharing).filter { $0.count > 1 }
        seniorities = sorted.flatMap(\.seniorities)
        offerGroups = offers
    }

    struct Size: Hashable {
        let quantity: Int64
        let minimum: Int64
    }

    /// Alike offers at the lowest price of any of them, so that any of their units is within the limits of all.
    func level(_ prices: [Int64]) -> [Int64] {
        var level = prices
        for group in offerGroups {
            let least = group.map { prices[Int($0)] }.min() ?? 0
            for offer in group { level[Int(offer)] = least }
        }
        return level
    }

    /// The fills, returned by demand, then offer.
    func share(_ fills: [ClearingFill], of problem: ClearingProblem) -> [ClearingFill] {
        share(
            fills, capacities: problem.offers.map(\.capacity.milli), quantities: problem.demands.map(\.quantity.milli))
    }

    /// The same; capacities may be left out where no offers are alike.
    func share(_ fills: [ClearingFill], capacities: [Int64], quantities: [Int64]) -> [ClearingFill] {
        guard !demandGroups.isEmpty || !offerGroups.isEmpty || !seniorities.isEmpty else { return fills }
        var units = fills.map { Units(owner: $0.offer, partner: $0.demand, milli: $0.quantity.milli) }
        units = share(units, among: offerGroups, capacities)
        units = units.map { Units(owner: $0.partner, partner: $0.owner, milli: $0.milli) }
        units = share(units, among: demandGroups, quantities)
        units = rank(units, among: seniorities)
        return units.sorted { ($0.owner, $0.partner) < ($1.owner, $1.partner) }.map {
            ClearingFill(demand: $0.owner, offer: $0.partner, quantity: Quantity(unchecked: $0.milli))
        }
    }

    /// A fill, seen from the side that shares.
    struct Units {
        let owner: Int32
        let partner: Int32
        var milli: Int64
    }

    private func share(_ units: [Units], among groups: [[Int32]], _ wanted: [Int64]) -> [Units] {
        guard !groups.isEmpty else { return units }
        var numbers = [Int32](repeating: -1, count: wanted.count)
        for (number, members) in groups.enumerated() {
            for member in members { numbers[Int(member)] = Int32(number) }
        }
        var pools: [[Units]] = Array(repeating: [], count: groups.count)
        for row in units where numbers[Int(row.owner)] >= 0 { pools[Int(numbers[Int(row.owner)])].append(row) }
        let alone = units.filter { numbers[Int($0.owner)] < 0 }
        return zip(groups, pools).reduce(into: alone) { shared, next in
            shared += deal(next.1, to: next.0, parts: parts(of: next.1, next.0.map { wanted[Int($0)] }))
        }
    }

    /// Shares a total that is not more than what is wanted. No part is more than its owner wants: a remainder is left
    /// only where the total is less than what is wanted, and then each part rounded down is less.
    private func parts(of pool: [Units], _ wanted: [Int64]) -> [Int64] {
        let (total, sum) = (pool.reduce(0) { $0 + $1.milli }, wanted.reduce(0, +))
        var parts = wanted.map { Int64(Int128(total) * Int128($0) / Int128(sum)) }
        let remainder = Int(total - parts.reduce(0, +))
        for member in 0..<remainder { parts[member] += 1 }
        return parts
    }

    private func deal(_ pool: [Units], to members: [Int32], parts: [Int64]) -> [Units] {
        var left = pool.sorted { ($0.partner, $0.owner) < ($1.partner, $1.owner) }[...]
        var dealt: [Units] = []
        for (member, part) in zip(members, parts) {
            var open = part
            while open > 0, let next = left.first {
                let milli = min(open, next.milli)
                open -= milli
                if milli == next.milli { left.removeFirst() } else { left[left.startIndex].milli -= milli }
                add(Units(owner: member, partner: next.partner, milli: milli), to: &dealt)
            }
        }
        return dealt
    }

    /// Puts units behind the last, or into it where it is the same pair's.
    private func add(_ units: Units, to dealt: inout [Units]) {
        if let last = dealt.last, last.owner == units.owner, last.partner == units.partner {
            dealt[dealt.count - 1].milli += units.milli
        } else {
            dealt.append(units)
        }
    }
}

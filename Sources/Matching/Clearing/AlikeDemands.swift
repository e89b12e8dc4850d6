import Domain

/// The tie rule among demands that gain the same per unit from the same offers.
///
/// What such demands got together is shared pro rata to their quantities, rounded down; the milli-units that remain go
/// one each to the earliest. The units are dealt out in order of offer to the demands in order of arrival, so that
/// they split into as few fills as possible. Welfare and what each offer sells stay as they are.
struct AlikeDemands {
    /// Groups of two or more, each by ascending demand.
    private let groups: [[Int32]]

    /// - Complexity: O(arcs), but for demands that are not alike and have the same fingerprint.
    init(_ auction: borrowing Auction) {
        var register = AlikeRegister(demands: auction.demandCount)
        for demand in 0..<Int32(auction.demandCount) where auction.arcStarts[demand] < auction.arcStarts[demand + 1] {
            register.add(demand, auction)
        }
        groups = register.groups
    }

    /// The fills, given and returned by demand, then offer.
    func share(_ fills: [ClearingFill], of problem: ClearingProblem) -> [ClearingFill] {
        guard !groups.isEmpty else { return fills }
        var group = [Int32](repeating: -1, count: problem.demands.count)
        for (number, members) in groups.enumerated() {
            for member in members { group[Int(member)] = Int32(number) }
        }
        var pooled: [[ClearingFill]] = Array(repeating: [], count: groups.count)
        var shared = fills.filter { group[Int($0.demand)] < 0 }
        for fill in fills where group[Int(fill.demand)] >= 0 { pooled[Int(group[Int(fill.demand)])].append(fill) }
        for (members, fills) in zip(groups, pooled) { shared += share(fills, among: members, problem) }
        return shared.sorted { ($0.demand, $0.offer) < ($1.demand, $1.offer) }
    }

    private func share(_ fills: [ClearingFill], among members: [Int32], _ problem: ClearingProblem) -> [ClearingFill] {
        let wanted = members.map { problem.demands[Int($0)].quantity.milli }
        let parts = Self.parts(of: fills.reduce(0) { $0 + $1.quantity.milli }, wanted)
        var lots = fills.sorted { ($0.offer, $0.demand) < ($1.offer, $1.demand) }.map { ($0.offer, $0.quantity.milli) }[
            ...]
        var shared: [ClearingFill] = []
        for (member, part) in zip(members, parts) {
            var left = part
            while left > 0, let (offer, amount) = lots.first {
                let dealt = min(left, amount)
                left -= dealt
                if dealt == amount { lots.removeFirst() } else { lots[lots.startIndex].1 -= dealt }
                Self.add(dealt, of: offer, to: member, &shared)
            }
        }
        return shared
    }

    /// Puts units behind the last fill, or into it where it is the same pair's.
    private static func add(_ milli: Int64, of offer: Int32, to demand: Int32, _ fills: inout [ClearingFill]) {
        var quantity = Quantity(unchecked: milli)
        if let last = fills.last, last.demand == demand, last.offer == offer {
            quantity = quantity + last.quantity
            fills.removeLast()
        }
        fills.append(ClearingFill(demand: demand, offer: offer, quantity: quantity))
    }

    /// Shares a total that is not more than what is wanted. No part is more than its owner wants: a remainder is left
    /// only where the total is less than what is wanted, and then each part rounded down is less.
    private static func parts(of total: Int64, _ wanted: [Int64]) -> [Int64] {
        let sum = wanted.reduce(0, +)
        var parts = wanted.map { Int64(Int128(total) * Int128($0) / Int128(sum)) }
        let remainder = Int(total - parts.reduce(0, +))
        for member in 0..<remainder { parts[member] += 1 }
        return parts
    }
}

import Domain

/// A part of an offer, over some hours, for units of a demand in pieces.
private struct Piece {
    let offer: Int32
    let run: HourRun
    var quantity: Int64
}

/// Units with the same pieces so far.
private struct UnitGroup {
    var quantity: Int64
    /// Hours to come.
    var wanted: Int32
    /// Their pieces, by number.
    var pieces: [Int] = []
    var frontier: WalkFrontier<RunNode>

    /// What tells groups apart that the same candidate comes first for: fewer hours to come, then the earlier last piece.
    func precedes(_ other: UnitGroup) -> Bool {
        wanted != other.wanted
            ? wanted < other.wanted : (pieces.last ?? .max) < (other.pieces.last ?? .max)
    }
}

/// One pass of a walk that chooses pieces.
private struct PiecePass {
    var walk: Walk
    var groups: [UnitGroup] = []
    var whole: [UnitGroup] = []
    var pieces: [Piece] = []
    /// Of the offers that were taken of: what is left.
    var left: [Int32: FreeHours] = [:]

    /// What of its pieces belongs to units that have all their hours.
    var kept: [Piece] {
        pieces.indices.compactMap { number in
            var piece = pieces[number]
            piece.quantity = whole.reduce(0) { $1.pieces.contains(number) ? $0 + $1.quantity : $0 }
            return piece.quantity > 0 ? piece : nil
        }
    }
}

extension MarketBook {
    /// The walk of a demand whose hours may be several pieces: pass after pass, until one completes no unit.
    ///
    /// A pass takes the first of all candidates, again and again, for as many units as have the same pieces so far; what
    /// was taken for units that do not get all their hours is given back. So a unit is bought whole or not at all.
    ///
    /// Money is asked of each candidate as a probe, and of what is kept in its order; where that does not reach, nothing is
    /// taken.
    ///
    /// - Complexity: passes × pieces × (books that the demand accepts + groups × steps of an offer's capacity).
    func runPieces(_ walk: inout Walk, funds: (Candidate) -> Bool) {
        let open = walk.remaining
        var kept: [Piece] = walk.given.map { Piece($0, offer: slot(of: $0.offer)) }
        let before = kept.count
        var passed: Set<Int32> = []
        while walk.remaining > 0 {
            let pass = pass(walk, kept, &passed, funds)
            let units = pass.whole.reduce(0) { $0 + $1.quantity }
            guard units > 0 else { break }
            kept += pass.kept
            walk.remaining -= units
            if walk.demand.traits.contains(.singleProvider) {
                walk.boundProvider = pass.walk.boundProvider
            }
        }
        walk.passedForMoney = !passed.isEmpty
        let fills = kept.dropFirst(before).map { candidate($0, walk, $0.quantity) }
        guard walk.blocks != .respected || fills.allSatisfy(funds) else {
            (walk.remaining, walk.passedForMoney) = (open, true)
            return
        }
        walk.fills = fills.map { PlannedFill($0) }
    }

    private func pass(
        _ walk: Walk, _ given: [Piece], _ passed: inout Set<Int32>, _ funds: (Candidate) -> Bool
    ) -> PiecePass {
        var pass = PiecePass(walk: walk)
        for piece in given { take(piece, &pass) }
        let hours = walk.demand.row.hoursEach
        pass.groups = [
            UnitGroup(
                quantity: walk.remaining, wanted: hours,
                frontier: bounds(walk, wanted: hours, of: walk.remaining))
        ]
        while let (group, node) = first(&pass, passed) {
            let quantity = takeable(node, of: pass.groups[group].quantity, pass)
            let piece = Piece(offer: node.offer, run: node.run, quantity: quantity)
            if quantity > 0, funds(candidate(piece, pass.walk, quantity).asProbe) {
                give(piece, to: group, &pass)
            } else {
                if quantity > 0 { passed.insert(node.offer) }
                _ = pass.groups[group].frontier.popFirst()
            }
        }
        return pass
    }

    /// The first candidate of all, and the group it is for.
    private func first(_ pass: inout PiecePass, _ passed: Set<Int32>) -> (group: Int, node: RunNode)? {
        var best: (group: Int, node: RunNode)?
        for group in pass.groups.indices {
            guard let node = head(of: group, &pass, passed) else { continue }
            guard let other = best else {
                best = (group, node)
                continue
            }
            let isAlike = node.isSame(as: other.node)
            if isAlike ? pass.groups[group].precedes(pass.groups[other.group]) : node.precedes(other.node) {
                best = (group, node)
            }
        }
        return best
    }

    /// A group's first candidate as capacity now stands. What other groups took since makes none better.
    private func head(of group: Int, _ pass: inout PiecePass, _ passed: Set<Int32>) -> RunNode? {
        let demand = pass.walk.demand
        while let node = pass.groups[group].frontier.first {
            let best = passed.contains(node.offer) ? nil : bestRun(node.offer, of: group, pass)
            if node.isExact, let best, best.isSame(as: node) { return node }
            _ = pass.groups[group].frontier.popFirst()
            if let best { pass.groups[group].frontier.insert(best) }
            guard !node.isExact else { continue }
            let next = offerQueues.next(after: node.offer)
            if next != PriceBook.none, let bound = bound(next, demand, node.run.hours) {
                pass.groups[group].frontier.insert(bound)
            }
        }
        return nil
    }

    /// A unit has no two pieces at once.
    private func bestRun(_ offer: Int32, of group: Int, _ pass: PiecePass) -> RunNode? {
        var hours = pass.left[offer] ?? freeHours(offers[offer], pass.walk.demand.row)
        for piece in pass.groups[group].pieces.map({ pass.pieces[$0] }) {
            hours.close(piece.run.start, piece.run.end)
        }
        return bestRun(offer, hours, pass.walk.demand, pass.groups[group].wanted)
    }

    /// In lots; zero where another provider is bound.
    private func takeable(_ node: RunNode, of open: Int64, _ pass: PiecePass) -> Int64 {
        let row = offers[node.offer]
        let book = offerClasses.books[Int(row.book)]
        guard pass.walk.mayTake(from: book.provider) else { return 0 }
        let hours = pass.left[node.offer] ?? freeHours(row, pass.walk.demand.row)
        return Quantity(unchecked: min(hours.least(node.run.start, node.run.end), open))
            .roundedDown(toMultipleOf: Quantity(unchecked: Int64(book.lotMilli))).milli
    }

    private func take(_ piece: Piece, _ pass: inout PiecePass) {
        var hours = pass.left[piece.offer] ?? freeHours(offers[piece.offer], pass.walk.demand.row)
        hours.take(piece.quantity, piece.run.start, piece.run.end)
        pass.left[piece.offer] = hours
    }

    /// Gives some units of a group one piece more.
    private func give(_ piece: Piece, to position: Int, _ pass: inout PiecePass) {
        take(piece, &pass)
        if pass.walk.demand.traits.contains(.singleProvider) {
            pass.walk.boundProvider = offerClasses.books[Int(offers[piece.offer].book)].provider.number
        }
        var group = pass.groups[position]
        pass.groups[position].quantity -= piece.quantity
        if pass.groups[position].quantity == 0 { pass.groups.remove(at: position) }
        group.quantity = piece.quantity
        group.wanted -= piece.run.hours
        group.pieces.append(pass.pieces.count)
        pass.pieces.append(piece)
        guard group.wanted > 0 else { return pass.whole.append(group) }
        group.frontier = bounds(pass.walk, wanted: group.wanted, of: group.quantity)
        pass.groups.append(group)
    }

    private func candidate(_ piece: Piece, _ walk: Walk, _ quantity: Int64) -> Candidate {
        candidate(
            offers[piece.offer], askSum: piece.run.askSum, walk, Quantity(unchecked: quantity),
            over: piece.run.window)
    }
}

extension Piece {
    fileprivate init(_ fill: PlannedFill, offer: Int32) {
        self.offer = offer
        run = HourRun(start: Int32(fill.window.start), end: Int32(fill.window.end), askSum: fill.askSum)
        quantity = fill.quantity.milli
    }
}

import Domain

extension ProgrammeDefinition {
    /// Positions of the funders, the higher level first, then in the order of the definition.
    public var funderOrder: [Int] {
        funders.indices.sorted { (funders[$0].level.rawValue, $0) < (funders[$1].level.rawValue, $1) }
    }

    /// The face by funder: largest remainder, ties to the higher level.
    public func faces(of face: Money) -> [Money] {
        let order = funderOrder
        let parts = largestRemainderSplit(face.fen, weights: order.map { funders[$0].share.value })
        var faces = [Money].zeros(funders.count)
        for (position, funder) in order.enumerated() { faces[funder] = Money(fen: parts[position]) }
        return faces
    }

    /// The lot of this face. It is not valid beyond the programme's own last day.
    public func lot(
        id: LotID, programme: ProgrammeID, version: Int64, holder: PartyID, face: Money, issuedAt stamp: Stamp
    ) -> Lot {
        Lot(
            id: id, programme: programme, programmeVersion: version, holder: holder, faces: faces(of: face),
            issuedAt: stamp, expiresAt: clock.expiry(lastValidDay: lastValidDay(issuedAt: stamp)))
    }

    func lastValidDay(issuedAt stamp: Stamp) -> CivilDate {
        let day = clock.date(at: stamp)
        let own: CivilDate
        switch validity {
        case .days(let days): own = day.adding(days: days)
        case .months(let months): own = day.adding(months: months)
        case .through(let date): own = date
        }
        return min(own, effectiveThrough ?? own)
    }

    /// The largest face of which every funder has its part.
    public func largestFace(available: [Money]) -> Money {
        let faces = zip(funders, available).filter { $0.0.share > .zero }.map { funder, money in
            Int128(max(0, money.fen)) * 10_000 / Int128(funder.share.value)
        }
        return Money(fen: min(Money.most.fen, Int64(clamping: faces.min() ?? 0)))
    }
}

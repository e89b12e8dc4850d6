import Domain
import Records

extension [Posting] {
    /// A demand's hold changes from `old` to `new`: free → held for what is more, held → free for what is less,
    /// own money first, then lot by lot as `new` names them, then those that only `old` names.
    public static func hold(
        from old: DemandHold, to new: DemandHold, buyer: PartyID, lots: LotLookup
    ) -> [Posting] {
        let subject = TransferSubject.demand(new.demand)
        let own = Posting.change(
            from: old.own, to: new.own, free: .free(buyer), held: .held(buyer), lot: nil, subject)
        if old.lots.isEmpty, new.lots.isEmpty { return [own] }
        return [own] + lotChanges(from: old, to: new, buyer, lots, subject)
    }

    private static func lotChanges(
        from old: DemandHold, to new: DemandHold, _ buyer: PartyID, _ lots: LotLookup, _ subject: TransferSubject
    ) -> [Posting] {
        let dropped = old.lots.filter { hold in !new.lots.contains { $0.lot == hold.lot } }
        return (new.lots.map(\.lot) + dropped.map(\.lot)).flatMap { lot in
            let (before, after) = (old.amounts(of: lot), new.amounts(of: lot))
            return (0..<Swift.max(before.count, after.count)).map { funder in
                let asset = lots(lot).asset(funder: Int64(funder))
                return Posting.change(
                    from: before.entry(funder), to: after.entry(funder), free: .voucher(asset, .lotsFree, buyer),
                    held: .voucher(asset, .lotsHeld, buyer), lot: lot, subject)
            }
        }
    }
}

extension Posting {
    /// The posting that makes a held amount go from `old` to `new`.
    fileprivate static func change(
        from old: Money, to new: Money, free: Account, held: Account, lot: LotID?, _ subject: TransferSubject
    ) -> Posting {
        new >= old
            ? Posting(from: free, to: held, new - old, lot: lot, .hold, subject)
            : Posting(from: held, to: free, old - new, lot: lot, .release, subject)
    }
}

extension DemandHold {
    /// What is held of a lot, by funder; empty where nothing is.
    func amounts(of lot: LotID) -> [Money] { lots.first { $0.lot == lot }?.amounts ?? [] }
}

extension Array where Element == Money {
    /// Zero beyond the end.
    func entry(_ position: Int) -> Money { position < count ? self[position] : .zero }
}

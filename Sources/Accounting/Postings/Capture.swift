import Domain
import Records

extension [Posting] {
    /// A fill takes what pays it: held → escrow, the capacity line source by source as the shares stand, each
    /// own share in money, then the transfer line in money. The demand's hold must cover it.
    public static func capture(_ fill: Fill, lots: LotLookup) -> [Posting] {
        fill.shares.map { Posting.capture($0, of: fill, lots) } + [
            Posting(from: .held(fill.buyer), to: .escrow(fill.buyer), fill.transfer, .capture, .lease(fill.lease))
        ]
    }

    /// A whole fill: the hold is raised where free money pays, the shares are captured, what is left of the
    /// hold becomes `residual`, and the provider's quota is granted.
    public static func fill(
        _ fill: Fill, holding hold: DemandHold, residual: DemandHold, lots: LotLookup
    ) -> [Posting] {
        let covering = hold.covering(fill)
        return self.hold(from: hold, to: covering, buyer: fill.buyer, lots: lots)
            + capture(fill, lots: lots)
            + self.hold(from: covering.less(fill), to: residual, buyer: fill.buyer, lots: lots)
            + grant(fill)
    }
}

extension Posting {
    fileprivate static func capture(_ share: FundingShare, of fill: Fill, _ lots: LotLookup) -> Posting {
        switch share.source {
        case .own:
            return Posting(
                from: .held(fill.buyer), to: .escrow(fill.buyer), share.amount, .capture, .lease(fill.lease))
        case .lot(let lot, let funder):
            let asset = lots(lot).asset(funder: funder)
            return Posting(
                from: .voucher(asset, .lotsHeld, fill.buyer), to: .voucher(asset, .escrow, fill.buyer), share.amount,
                lot: lot, .capture, .lease(fill.lease))
        }
    }
}

import Domain

/// A part of an offer that a demand would be given, or that a quote promises: what it would be posted with, to the fen.
public struct PlannedFillBody: Codable, Hashable, Sendable {
    public let offer: OfferID
    public let provider: PartyID
    public let zone: ZoneID
    public let quantityMilli: Int64
    public let from: WholeHour
    public let until: WholeHour
    /// Sums over the window's hours, a unit.
    public let askSumMicroYuan: Int64
    public let priceSumMicroYuan: Int64
    public let chargeTariffMicroYuan: Int64
    /// Price × quantity × hours.
    public let capacityFen: Int64
    public let transferFen: Int64
    /// Of the capacity line, what vouchers pay in place of own money.
    public let subsidyFen: Int64
    /// Of the capacity line, paid by the buyer at the fill.
    public let ownFen: Int64
    /// What each lot pays, in place of own money or beside it.
    public let shares: [LotShareBody]
    /// Milli-SCU a unit; of a demand in SCU.
    public let milliScuPerUnit: Int64?
    public let related: Bool

    public init(_ fill: Fill) {
        let posted = FillResource(fill, sequence: 0)
        (offer, provider, zone) = (fill.offer, fill.provider, fill.zone)
        quantityMilli = posted.quantityMilli
        (from, until) = (posted.from, posted.until)
        askSumMicroYuan = posted.askSumMicroYuan
        priceSumMicroYuan = posted.priceSumMicroYuan
        chargeTariffMicroYuan = posted.chargeTariffMicroYuan
        (capacityFen, transferFen, ownFen) = (posted.capacityFen, posted.transferFen, posted.ownFen)
        subsidyFen = capacityFen - ownFen
        shares = posted.shares
        milliScuPerUnit = posted.milliScuPerUnit
        related = fill.related
    }
}

/// What a lot pays of all planned fills of a demand.
public struct VoucherShareBody: Codable, Hashable, Sendable {
    public let lot: LotID
    public let programme: ProgrammeID
    /// `deduct`: in place of own money; `reimburse`: beside it, to be claimed by the buyer.
    public let mode: Named<ProgrammeMode>
    public let amountFen: Int64

    public init(lot: LotID, programme: ProgrammeID, mode: ProgrammeMode, amount: Money) {
        self.lot = lot
        self.programme = programme
        self.mode = Named(mode)
        amountFen = amount.fen
    }
}

/// What planned fills cost together, and who pays that.
public struct CostBody: Codable, Hashable, Sendable {
    /// Capacity lines, before any voucher.
    public let capacityFen: Int64
    public let transferFen: Int64
    /// Of the capacity lines, what vouchers pay in place of own money.
    public let subsidyFen: Int64
    /// Own money at once: the rest of the capacity lines, and the transfer.
    public let payableFen: Int64
    /// What vouchers run beside own money, to be claimed by the buyer.
    public let reimbursableFen: Int64
    /// By lot, in the order of use.
    public let vouchers: [VoucherShareBody]
    /// For what stays open: no fill to come takes more of own money, or of lots.
    public let heldOwnFen: Int64
    public let heldLotsFen: Int64

    public init(
        capacity: Money, transfer: Money, own: Money, vouchers: [VoucherShareBody], heldOwn: Money, heldLots: Money
    ) {
        capacityFen = capacity.fen
        transferFen = transfer.fen
        subsidyFen = (capacity - own).fen
        payableFen = (own + transfer).fen
        reimbursableFen = vouchers.reduce(0) { $1.mode.value == .reimburse ? $0 + $1.amountFen : $0 }
        self.vouchers = vouchers
        heldOwnFen = heldOwn.fen
        heldLotsFen = heldLots.fen
    }

    /// Several together; a lot that pays for several of them once.
    public init(sumOf costs: [CostBody]) {
        func sum(_ amount: (CostBody) -> Int64) -> Int64 { costs.reduce(0) { $0 + amount($1) } }
        capacityFen = sum(\.capacityFen)
        transferFen = sum(\.transferFen)
        subsidyFen = sum(\.subsidyFen)
        payableFen = sum(\.payableFen)
        reimbursableFen = sum(\.reimbursableFen)
        heldOwnFen = sum(\.heldOwnFen)
        heldLotsFen = sum(\.heldLotsFen)
        vouchers = costs.flatMap(\.vouchers).reduce(into: []) { shares, share in
            guard let position = shares.firstIndex(where: { $0.lot == share.lot }) else { return shares.append(share) }
            let amount = Money(fen: shares[position].amountFen + share.amountFen)
            shares[position] = VoucherShareBody(
                lot: share.lot, programme: share.programme, mode: share.mode.value, amount: amount)
        }
    }
}

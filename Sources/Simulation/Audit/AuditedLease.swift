import Domain
import Records

/// A lease: what pays it, and what was delivered, earned, matured and claimed.
struct AuditedLease: Sendable {
    let buyer: PartyID
    let offer: OfferID
    let provider: PartyID
    let quantity: Int64
    let fee: BasisPoints
    let network: Account
    /// Per unit over all its hours, in micro-yuan.
    let paid: Int64
    let hours: Int64
    var endSecond: Int64
    var reportedUntil: Int64
    /// Milli-unit-seconds.
    let whole: Int128
    var done: Int128 = 0
    /// No longer owed.
    var cut: Int128 = 0
    var sources: [AuditedSource]
    var feeTaken: Int128 = 0
    /// Of own money, free to pay out.
    var matured: Int128 = 0

    init(_ fill: Fill, lots: [LotFunding]) {
        (buyer, provider, quantity, fee) = (fill.buyer, fill.provider, fill.quantity.milli, fill.fee)
        offer = fill.offer
        paid = fill.priceSum + fill.chargeTariff.microYuan * fill.window.hours
        hours = fill.window.hours
        network = Account(asset: .cny, role: .network, owner: .link(fill.home, fill.zone))
        (reportedUntil, endSecond) = (fill.window.start * 3600, fill.window.end * 3600)
        whole = Int128(fill.quantity.milli) * Int128(fill.window.seconds)
        let own = fill.shares.reduce(Int128(0)) { $1.source == .own ? $0 + $1.amount.wide : $0 }
        sources = [
            AuditedSource(kind: .own, asset: .cny, amount: own, payee: .money(.earned, fill.provider)),
            AuditedSource(kind: .transfer, asset: .cny, amount: fill.transfer.wide, payee: network),
        ]
        sources += lots.map { lot in
            let claimant = lot.reimburses ? fill.buyer : fill.provider
            return AuditedSource(
                kind: .lot(lot.key), asset: lot.asset, amount: lot.amount.wide,
                payee: .voucher(lot.asset, .earned, claimant))
        }
    }

    var ownEarned: Int128 { sources[0].earned }
}

/// One source of a lease's money.
struct AuditedSource: Sendable {
    enum Kind: Hashable, Sendable {
        case own
        case transfer
        case lot(LotPartKey)
    }

    let kind: Kind
    let asset: Asset
    let amount: Int128
    /// Who gets what is earned.
    let payee: Account
    var earned: Int128 = 0
    var claimed: Int128 = 0

    /// amount × done / whole, half-even: what has left escrow by then.
    func left(_ done: Int128, of whole: Int128) -> Int128 { Rounding.halfEven.quotient(amount * done, whole) }
}

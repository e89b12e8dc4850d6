import Accounting
import Domain
import Records

let buyer = PartyID(1)
let provider = PartyID(2)
let lease1 = LeaseID(1)
/// Lot 1 is of programme 1 (deduct), lot 2 of programme 2 (reimburse), lot 3 of programme 3 (post-use); on by threes.
func termsByThrees(_ lot: LotID) -> LotTerms {
    let kind = (lot.number - 1) % 3
    let modes: [ProgrammeMode] = [.deduct, .reimburse, .postUse]
    return LotTerms(programme: ProgrammeID(kind + 1), mode: modes[Int(kind)])
}

func yuan(_ fen: Int64) -> Money { Money(fen: fen) }

func share(_ lot: Int64, _ funder: Int64, _ fen: Int64) -> FundingShare {
    FundingShare(source: .lot(LotID(lot), funder: funder), amount: Money(fen: fen))
}

func own(_ fen: Int64) -> FundingShare { FundingShare(source: .own, amount: Money(fen: fen)) }

/// A fill of `milli` milli-units over `hours`; the capacity line is what own money and deducting lots sum to.
func fill(
    _ number: Int64 = 1, demand: Int64 = 1, buyer: PartyID = buyer, provider: PartyID = provider, milli: Int64 = 1000,
    hours: Int64 = 1, shares: [FundingShare], transfer: Int64 = 0, fee: Int64 = 0, capacity: Int64? = nil
) -> Fill {
    let replacing = shares.filter { share in
        guard case .lot(let lot, _) = share.source else { return true }
        return termsByThrees(lot).mode == .deduct
    }
    return Fill(
        id: FillID(number), demand: DemandID(demand), offer: OfferID(1), buyer: buyer, provider: provider,
        quantity: Quantity(unchecked: milli), window: Window(unchecked: 100, 100 + hours), askSum: 0, priceSum: 0,
        chargeTariff: .zero, home: ZoneID(1), zone: ZoneID(2),
        capacity: capacity.map { Money(fen: $0) } ?? replacing.reduce(.zero) { $0 + $1.amount },
        transfer: Money(fen: transfer), shares: shares, fee: BasisPoints(unchecked: fee),
        versions: PinnedVersions(network: 1, conversion: 1, policy: 1, reference: 0), related: false)
}

func hold(_ own: Int64, _ lots: [(Int64, [Int64])] = [], demand: Int64 = 1) -> DemandHold {
    DemandHold(
        demand: DemandID(demand), own: Money(fen: own),
        lots: lots.map { LotHold(lot: LotID($0.0), amounts: $0.1.map { Money(fen: $0) }) })
}

func lot(_ number: Int64, holder: PartyID = buyer, _ faces: [Int64]) -> Lot {
    Lot(
        id: LotID(number), programme: termsByThrees(LotID(number)).programme, programmeVersion: 1, holder: holder,
        faces: faces.map { Money(fen: $0) }, issuedAt: .epoch, expiresAt: Stamp(seconds: 1_000_000))
}

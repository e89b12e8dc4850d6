import Domain
import Records

extension [Posting] {
    /// A lot is issued out of its pool: available → the holder's lotsFree, funder by funder.
    public static func issue(_ lot: Lot) -> [Posting] {
        lot.faces.enumerated().map { funder, face in
            let asset = Asset.programme(lot.programme, funder: Int64(funder))
            return Posting(
                from: .available(asset), to: .voucher(asset, .lotsFree, lot.holder), face, lot: lot.id, .issue,
                .lot(lot.id))
        }
    }
}

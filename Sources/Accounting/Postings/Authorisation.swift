import Domain
import Records

extension [Posting] {
    /// A pool gets its money: authority → available, funder by funder.
    public static func authorisation(_ programme: ProgrammeID, _ amounts: [Money]) -> [Posting] {
        amounts.enumerated().map { funder, amount in
            let asset = Asset.programme(programme, funder: Int64(funder))
            return Posting(
                from: .authority(asset), to: .available(asset), amount, .authorisation, .programme(programme))
        }
    }
}

import Domain
import Records

extension [Posting] {
    /// The transfer line's earned piece: the buyer's escrow → the link's network account.
    public static func network(_ piece: SourcePiece, of lease: LeaseAccount) -> [Posting] {
        [
            Posting(
                from: .escrow(lease.buyer), to: .network(home: lease.home, zone: lease.zone), piece.earned, .network,
                .lease(lease.lease))
        ]
    }
}

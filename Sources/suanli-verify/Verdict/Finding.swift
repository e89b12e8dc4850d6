import Records
import TransparencyLog

/// Something that an export has wrong. Records are named by sequence number.
enum Finding: Hashable {
    // The head.
    case manifestMalformed
    case checkpointRefused(CheckpointError)
    case earlierCheckpointRefused(CheckpointError)
    /// The log that the earlier head signed is not the beginning of this one.
    case earlierHeadDiffers(size: UInt64)
    /// It is of a larger size than this head.
    case earlierHeadLarger(size: UInt64)

    // Records against the signed head.
    case altered(Int64)
    case unreadable(Int64, CanonicalError)
    case cutOff(Int64)
    case missing(ClosedRange<Int64>)
    /// A record that the log never had, at this place in the file, with the sequence number that it claims.
    case inserted(place: Int64, claiming: Int64)
    /// A record of the log that stands there more than once.
    case repeated(Int64)
    case moved(Int64)
    /// Records after the last that the head covers.
    case beyondHead(ClosedRange<Int64>)
    case leafAltered(Int64)
    case leavesMissing(ClosedRange<Int64>)
    case leavesBeyondHead(ClosedRange<Int64>)
    /// Neither the records nor the stored leaf hashes lead to the signed root; if they agree, nothing tells which
    /// record differs.
    case notTheSignedLog(agree: Bool)

    // What the signed records say.
    case sequenceGap(expected: Int64, found: Int64)
    case stampBackwards(Int64)
    case ledger(Int64, LedgerViolation)
}

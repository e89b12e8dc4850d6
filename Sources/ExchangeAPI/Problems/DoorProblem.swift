/// What the door itself refuses: the closed list of codes beside those of `Reason`. Such a request leaves no trace.
///
/// The order of the cases is the order in which they are looked for.
public enum DoorProblem: String, CaseIterable, Sendable {
    // Where it goes.
    case routeUnknown
    case methodNotAllowed
    // Who asks.
    case keyMissing
    case keyInvalid
    // What comes with it.
    case queryInvalid
    case cursorInvalid
    case idempotencyKeyMissing
    case idempotencyKeyInvalid
    case mediaTypeUnsupported
    case bodyTooLarge
    case bodyTimeout
    case bodyUnexpected
    // The body as a text.
    case malformedJSON
    case invalidUTF8
    case nulInString
    case duplicateMember
    case nestedTooDeeply
    case tooManyMembers
    // The body as a value.
    case numberNotInteger
    case numberOutOfRange
    case unknownMember
    case missingMember
    case wrongType
    case unknownValue
    case valueOutOfRange
    case timeInvalid
    // What it meets.
    case keyConflict
    case unknownAccount
    case unknownRecord
    case sequenceNotReached
    case notReady
    case askedTooOften
}

extension DoorProblem {
    /// The stable code on the wire.
    public var code: String {
        switch self {
        case .malformedJSON: "malformed_json"
        case .invalidUTF8: "invalid_utf8"
        case .keyConflict: "idempotency_conflict"
        default: MemberName.wire(rawValue)
        }
    }

    /// The status of the answer.
    public var status: Int64 {
        switch self {
        case .queryInvalid, .cursorInvalid, .idempotencyKeyMissing, .idempotencyKeyInvalid, .bodyUnexpected,
            .malformedJSON, .invalidUTF8, .nulInString, .duplicateMember, .nestedTooDeeply, .tooManyMembers:
            400
        case .keyMissing, .keyInvalid: 401
        case .routeUnknown, .unknownAccount, .unknownRecord: 404
        case .methodNotAllowed: 405
        case .bodyTimeout: 408
        case .keyConflict: 409
        case .bodyTooLarge: 413
        case .mediaTypeUnsupported: 415
        case .numberNotInteger, .numberOutOfRange, .unknownMember, .missingMember, .wrongType, .unknownValue,
            .valueOutOfRange, .timeInvalid:
            422
        case .askedTooOften: 429
        case .sequenceNotReached, .notReady: 503
        }
    }
}

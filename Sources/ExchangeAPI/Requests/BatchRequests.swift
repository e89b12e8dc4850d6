import Domain

/// POST /v1/batches: the scope of a batch to call now.
public struct BatchRequest: Codable, Hashable, Sendable {
    public let zone: ZoneID
    public let from: WholeHour
    public let until: WholeHour
    /// A whole instance where it is left out.
    public let lotMilli: Int64?

    public init(_ scope: BatchScope) {
        zone = scope.zone
        from = WholeHour(scope.window.start)
        until = WholeHour(scope.window.end)
        lotMilli = scope.lot.milli
    }

    /// Errors: `windowInverted`, `windowTooLong`, `windowOutOfRange`, `quantityNotPositive`, `quantityTooLarge`.
    public func scope() throws(DoorFault) -> BatchScope {
        BatchScope(
            zone: zone, window: try window(from, until),
            lot: try member("lot_milli") { () throws(Reason) in try Quantity(lotMilli ?? 1_000) })
    }
}

/// A round of the policy of batches.
public struct BatchRoundBody: Codable, Hashable, Sendable {
    public let zone: ZoneID
    public let lotMilli: Int64
    public let everyMinutes: Int64
    public let offsetMinutes: Int64
    /// Whether it clears what the batches leave that are open in its zone when it is due; left out, it does not.
    public let clearsResidual: Bool?
    /// So long before it is due nobody leaves whom it would let in; left out, everybody may.
    public let noCancelSeconds: Int64?

    public init(_ round: BatchRound) {
        zone = round.zone
        lotMilli = round.lot.milli
        everyMinutes = round.everyMinutes
        offsetMinutes = round.offsetMinutes
        clearsResidual = round.clearsResidual
        noCancelSeconds = round.noCancelSeconds
    }

    /// Errors: `quantityNotPositive`, `quantityTooLarge`, `batchPolicyInvalid`.
    public func round() throws(DoorFault) -> BatchRound {
        let lot = try member("lot_milli") { () throws(Reason) in try Quantity(lotMilli) }
        return try member("every_minutes") { () throws(Reason) in
            try BatchRound(
                zone: zone, lot: lot, everyMinutes: everyMinutes, offsetMinutes: offsetMinutes,
                clearsResidual: clearsResidual ?? false, noCancelSeconds: noCancelSeconds ?? 0)
        }
    }
}

/// POST /v1/batch-policy, and what GET answers.
public struct BatchPolicyBody: Codable, Hashable, Sendable {
    public let minutesMost: Int64
    public let rounds: [BatchRoundBody]

    public init(_ policy: BatchPolicy) {
        minutesMost = policy.minutesMost
        rounds = policy.rounds.map(BatchRoundBody.init)
    }

    /// Errors: `valueOutOfRange` (too many rounds), those of a round, `batchPolicyInvalid`.
    public func policy() throws(DoorFault) -> BatchPolicy {
        let rounds = try parts("rounds", rounds, most: BatchPolicy.mostRounds) { round throws(DoorFault) in
            try round.round()
        }
        return try member("minutes_most") { () throws(Reason) in
            try BatchPolicy(minutesMost: minutesMost, rounds: rounds)
        }
    }
}

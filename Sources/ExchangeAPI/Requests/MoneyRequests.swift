import Domain

/// POST /v1/deposits: a credit line of the custodian bank's statement.
public struct DepositRequest: Codable, Hashable, Sendable {
    public let party: PartyID
    public let amountFen: Int64
    public let reference: Label

    public init(party: PartyID, amountFen: Int64, reference: Label) {
        self.party = party
        self.amountFen = amountFen
        self.reference = reference
    }

    /// Errors: `amountNotPositive`, `amountTooLarge`.
    public func amount() throws(DoorFault) -> Money {
        try member("amount_fen") { () throws(Reason) in try Money(positive: amountFen) }
    }
}

/// POST /v1/payouts, and /v1/programmes/{id}/authorisations.
public struct AmountRequest: Codable, Hashable, Sendable {
    public let amountFen: Int64

    public init(amountFen: Int64) { self.amountFen = amountFen }

    /// Errors: `amountNotPositive`, `amountTooLarge`.
    public func amount() throws(DoorFault) -> Money {
        try member("amount_fen") { () throws(Reason) in try Money(positive: amountFen) }
    }
}

/// POST /v1/payouts/{id}/approval.
public struct PayoutApprovalRequest: Codable, Hashable, Sendable {
    public let reference: Label

    public init(reference: Label) { self.reference = reference }
}

/// POST /v1/programmes/{id}/applications.
public struct ApplicationRequest: Codable, Hashable, Sendable {
    public let plannedSpendFen: Int64

    public init(plannedSpendFen: Int64) { self.plannedSpendFen = plannedSpendFen }

    /// Errors: `amountNotPositive`, `amountTooLarge`.
    public func plannedSpend() throws(DoorFault) -> Money {
        try member("planned_spend_fen") { () throws(Reason) in try Money(positive: plannedSpendFen) }
    }
}

/// POST /v1/leases/{id}/usage. Amounts in milli-unit-seconds; what is neither used nor idle was missed.
public struct UsageRequest: Codable, Hashable, Sendable {
    public let from: Instant
    public let until: Instant
    public let usedMilliSeconds: Int64
    public let idleMilliSeconds: Int64

    public init(_ report: UsageReport) {
        from = Instant(Stamp(seconds: report.fromSecond))
        until = Instant(Stamp(seconds: report.untilSecond))
        usedMilliSeconds = report.used
        idleMilliSeconds = report.idle
    }

    /// Errors: `timeInvalid` (a part of a second), `valueOutOfRange`.
    public func report(_ lease: LeaseID) throws(DoorFault) -> UsageReport {
        guard from.stamp == Stamp(seconds: from.stamp.seconds) else { throw DoorFault(.timeInvalid, at: "/from") }
        guard until.stamp == Stamp(seconds: until.stamp.seconds) else { throw DoorFault(.timeInvalid, at: "/until") }
        // A lease has at most 10⁹ milli-units over 87,600 hours.
        let amounts: ClosedRange<Int64> = 0...(Quantity.mostMilli * Window.mostHours * 3600)
        return UsageReport(
            lease: lease, fromSecond: from.stamp.seconds, untilSecond: until.stamp.seconds,
            used: try bounded("used_milli_seconds", usedMilliSeconds, in: amounts),
            idle: try bounded("idle_milli_seconds", idleMilliSeconds, in: amounts))
    }
}

/// POST /v1/clock: moves the market clock.
public struct ClockRequest: Codable, Hashable, Sendable {
    public let to: Instant

    public init(to: Stamp) { self.to = Instant(to) }
}

import Domain

/// A lease that is owed only until an hour from now on: what it had after that went back to its sources as it was paid.
public struct LeaseCut: Hashable, Sendable {
    public let lease: LeaseID
    /// The first that is no longer owed: its window's start where all of it is gone.
    public let from: Hour
    /// Milli-unit-seconds that are no longer owed.
    public let quota: Int64
    public let reason: Reason
    /// The demand that looks for these hours elsewhere, accepted in the same record; nil where none could.
    public let sought: DemandID?

    public init(lease: LeaseID, from: Hour, quota: Int64, reason: Reason, sought: DemandID?) {
        self.lease = lease
        self.from = from
        self.quota = quota
        self.reason = reason
        self.sought = sought
    }
}

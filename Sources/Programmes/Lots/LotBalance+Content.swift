import Domain

// What a snapshot keeps of lots.
extension LotBalance {
    /// What each demand holds, ascending by demand.
    public var holdings: [LotExpiry.HeldPart] {
        holders.map { LotExpiry.HeldPart(demand: $0, amounts: held(by: $0)) }
    }
}

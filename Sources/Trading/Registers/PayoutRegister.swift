import Domain

/// A payout that one person asked for and another approves.
struct PayoutEntry {
    let id: PayoutID
    let party: PartyID
    let amount: Money
    let requester: PersonID
    var approver: PersonID?
}

/// Payouts, and the bank's references used so far.
struct PayoutRegister {
    private(set) var entries: [PayoutEntry] = []
    private var references: Set<Label> = []

    func entry(_ id: PayoutID) -> PayoutEntry? { entries.entry(id.number) }
    /// Ascending.
    var usedReferences: [Label] { references.sorted { $0.text < $1.text } }

    func isUsed(_ reference: Label) -> Bool { references.contains(reference) }

    mutating func use(_ reference: Label) { references.insert(reference) }
    mutating func add(_ entry: PayoutEntry) { entries.append(entry) }

    mutating func approve(_ id: PayoutID, by person: PersonID, reference: Label) {
        entries[Int(id.number) - 1].approver = person
        references.insert(reference)
    }
}

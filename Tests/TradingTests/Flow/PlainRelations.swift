import Domain

/// Who owns whom, plainly: every path, every time. Exact for at most eight steps.
struct PlainRelations {
    private var stakes: [PartyID: [PartyID: Int64]] = [:]
    private var ties: [[PartyID]] = []
    private static let whole: Int128 = 100_000_000_000_000_000_000_000_000_000_000

    mutating func record(_ ownership: Ownership) {
        stakes[ownership.owned, default: [:]][ownership.owner] = ownership.share.value
    }

    mutating func record(_ first: PartyID, _ second: PartyID) { ties.append([first, second]) }

    /// Products summed over the paths that visit no party twice.
    private func holding(_ owner: PartyID, of party: PartyID, passed: [PartyID] = []) -> Int128 {
        guard owner != party else { return Self.whole }
        return (stakes[party] ?? [:]).reduce(0) { sum, stake in
            passed.contains(stake.key) || stake.key == party
                ? sum
                : sum + holding(owner, of: stake.key, passed: passed + [party]) * Int128(stake.value) / 10_000
        }
    }

    func haveOneOwner(_ one: PartyID, _ other: PartyID, among parties: ClosedRange<Int64>) -> Bool {
        parties.contains { number in
            let owner = PartyID(number)
            return holding(owner, of: one) * 4 >= Self.whole && holding(owner, of: other) * 4 >= Self.whole
        }
    }

    /// Related for certain: a fifth of one held by the other, or a relation on record between them.
    func areRelated(_ one: PartyID, _ other: PartyID) -> Bool {
        ties.contains { $0.contains(one) && $0.contains(other) } || holding(one, of: other) * 5 >= Self.whole
            || holding(other, of: one) * 5 >= Self.whole
    }
}

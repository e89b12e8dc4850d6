import Domain

/// A value for each party, by its number: of one that was never given any it is the first value.
struct ByParty<Value> {
    private let first: Value
    private var values: ContiguousArray<Value> = []

    init(_ first: Value) { self.first = first }

    subscript(party: PartyID) -> Value {
        get { party.number < Int64(values.count) ? values[Int(party.number)] : first }
        _modify {
            while Int64(values.count) <= party.number { values.append(first) }
            yield &values[Int(party.number)]
        }
    }
}

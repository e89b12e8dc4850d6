import Domain

/// The buyers that have or had demands, by dense number, with the facts as they last were.
struct BuyerTable {
    private(set) var facts: ContiguousArray<BuyerFacts> = []
    private var numbers: [PartyID: Int32] = [:]

    /// The buyer's number; its facts are from now on these.
    mutating func update(_ buyer: BuyerFacts) -> Int32 {
        if let number = numbers[buyer.party] {
            if facts[Int(number)] != buyer { facts[Int(number)] = buyer }
            return number
        }
        let number = Int32(facts.count)
        numbers[buyer.party] = number
        facts.append(buyer)
        return number
    }
}

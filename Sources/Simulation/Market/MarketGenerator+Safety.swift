import Domain
import Records

extension MarketGenerator {
    /// Mostly wide collars, sometimes narrow ones, and bounds that some firms reach.
    mutating func setSafetyPolicy() throws -> GeneratedCommand? {
        let collar = random.chance(70) ? try wideCollar() : nil
        var types: [TypeCollar] = []
        for type in view.types where random.chance(20) {
            types.append(TypeCollar(instanceType: type.id, collar: random.chance(50) ? try wideCollar() : nil))
        }
        let policy = try SafetyPolicy(
            collar: collar, types: types, openDemandsMost: random.chance(30) ? random.number(3...30) : nil,
            openOffersMost: random.chance(30) ? random.number(5...60) : nil,
            ordersPerHourMost: random.chance(30) ? random.number(2...40) : nil)
        return GeneratedCommand(actor: someOperator, command: .setSafetyPolicy(policy))
    }

    private mutating func wideCollar() throws -> PriceCollar {
        try PriceCollar(below: random.number(1_000...10_000), above: random.pick([2_000, 20_000, 1_000_000]))
    }

    func collar(of type: InstanceTypeID) throws -> SafetyPolicy {
        try SafetyPolicy(collar: nil, types: [TypeCollar(instanceType: type, collar: nil)])
    }
}

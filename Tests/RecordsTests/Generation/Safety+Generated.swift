import Domain

extension HaltScope: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.number(0...3) {
        case 0: .market
        case 1: .region(make())
        case 2: .provider(make())
        default: .programme(make())
        }
    }
}

extension Halt: Generated {
    static func generate(_ make: inout Generator) -> Self { Halt(scope: make(), note: make(), person: make()) }
}

extension PriceCollar: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in
            try PriceCollar(below: make.number(0...10_000), above: make.number(0...1_000_000))
        }
    }
}

extension TypeCollar: Generated {
    static func generate(_ make: inout Generator) -> Self { TypeCollar(instanceType: make(), collar: make()) }
}

extension SafetyPolicy: Generated {
    static func generate(_ make: inout Generator) -> Self {
        var types: [TypeCollar] = []
        for type in make.list() as [TypeCollar] where !types.contains(where: { $0.instanceType == type.instanceType }) {
            types.append(type)
        }
        return must { () throws(Reason) in
            try SafetyPolicy(
                collar: make(), types: types, openDemandsMost: bound(&make), openOffersMost: bound(&make),
                ordersPerHourMost: bound(&make))
        }
    }

    private static func bound(_ make: inout Generator) -> Int64? { make() ? make.number(1...Int64.max) : nil }
}

extension VerificationSubject: Generated {
    static func generate(_ make: inout Generator) -> Self { make() ? .offer(make()) : .provider(make()) }
}

extension Verification: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Verification(subject: make(), tier: make(), evidence: make(), until: make())
    }
}

import Domain
import Records

extension BundleBond: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BundleBond(
            commonStart: make.number(0...1) == 1,
            latencyMicrosecondsMost: make.number(0...1) == 1 ? make.number(0...9_000) : nil)
    }
}

extension BundleTerms: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in
            let first: DemandTerms = make()
            let force: TimeInForce = make.number(0...1) == 1 ? .fillOrKill : .goodTillCancelled
            let line = try DemandTerms(
                requirements: first.requirements, quantity: first.quantity, window: first.window, home: first.home,
                reach: first.reach, limit: first.limit, policy: FillPolicy(force, allOrNone: true),
                funding: first.funding)
            let lines = (0...make.number(1...7)).map { _ in line }
            return try BundleTerms(lines: lines, bond: make())
        }
    }
}

extension Bundle: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Bundle(id: make(), count: make.number(2...8), bond: make())
    }
}

import Domain
import Records

extension VerificationTier: Generated {}
extension DemandUse: Generated {}
extension Lane: Generated {}

extension Place: Generated {
    static func generate(_ make: inout Generator) -> Self { Place(sequence: make(), position: make()) }
}

extension CapacitySchedule: Generated {
    /// Quantities in whole units, so that a lot of one unit divides them.
    static func generate(_ make: inout Generator) -> Self {
        var start = make.number(0...1_000_000)
        let steps = (0..<make.number(1...4)).map { _ in
            let end = start + make.number(1...Window.mostHours)
            defer { start = end + make.number(0...10) }
            return CapacityStep(
                window: Window(unchecked: start, end), quantity: Quantity(unchecked: 1000 * make.number(0...1_000_000)))
        }
        return must { () throws(Reason) in try CapacitySchedule(steps: steps) }
    }
}

extension PriceSchedule: Generated {
    static func generate(_ make: inout Generator) -> Self {
        make() ? .flat(make()) : .hourOfWeek(make.list(168...168))
    }
}

extension BuyerClass: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BuyerClass(sizes: make(), sectors: make(), regions: make(), members: make())
    }
}

extension OfferTerms: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in
            try OfferTerms(
                instanceType: make(), zone: make(), schedule: make(), lotSize: Quantity(unchecked: 1000),
                shortestTermHours: make.number(1...Window.mostHours), price: make(), vat: make(), buyers: make(),
                tier: make())
        }
    }
}

extension Offer: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Offer(id: make(), provider: make(), terms: make(), place: make())
    }
}

extension Requirements: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in
            try Requirements(
                kind: make(), chips: make(), architectures: make(), instanceTypes: make(), origin: make(),
                services: make(), chipsMilli: make.number(0...1 << 60), chipMemoryBytes: make.number(0...1 << 60),
                vcpuMilli: make.number(0...1 << 60), memoryBytes: make.number(0...1 << 60), leastTier: make())
        }
    }
}

extension Reach: Generated {
    static func generate(_ make: inout Generator) -> Self { Reach(level: make(), latencyMicrosecondsMost: make()) }
}

extension TimeInForce: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 4) {
        case 0: .goodTillCancelled
        case 1: .goodTill(make())
        case 2: .immediateOrCancel
        default: .fillOrKill
        }
    }
}

extension FillPolicy: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let (time, allOrNone): (TimeInForce, Bool) = (make(), make())
        let minimum: Quantity = allOrNone || time == .fillOrKill ? .zero : make()
        return must { () throws(Reason) in try FillPolicy(time, allOrNone: allOrNone, minimum: minimum) }
    }
}

extension Funding: Generated {
    static func generate(_ make: inout Generator) -> Self {
        switch make.index(below: 3) {
        case 0: .automatic
        case 1: .programmes(make())
        default: .ownMoney
        }
    }
}

extension ScuMeasure: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let tolerance = BasisPoints(unchecked: make(BasisPoints.self).value / 2)
        return must { () throws(Reason) in try ScuMeasure(precision: make(), tolerance: tolerance) }
    }
}

extension DemandTerms: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let (policy, window, lane) = (make(FillPolicy.self), make(Window.self), make(Lane.self))
        let hours = make(Int64.self).magnitude % UInt64(window.hours) + 1
        let scu = make(ScuMeasure?.self)
        return must { () throws(Reason) in
            try DemandTerms(
                requirements: make(), quantity: max(policy.minimum, make()), window: window, home: make(),
                reach: make(), limit: make(), policy: policy, singleProvider: make(), use: make(), lane: lane,
                funding: make(), acceptsRelated: make(),
                chosenHours: lane == .now && scu == nil && make()
                    ? ChosenHours(
                        Int64(hours), leastPiece: hours > 744 ? Int64(hours) : Int64(hours + 1) / 2) : nil,
                scu: scu)
        }
    }
}

extension DemandAmendment: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let time: TimeInForce = make() ? .goodTillCancelled : .goodTill(make())
        return must { () throws(Reason) in
            try DemandAmendment(limit: make(), quantity: make(), timeInForce: make() ? time : nil)
        }
    }
}

extension OfferAmendment: Generated {
    static func generate(_ make: inout Generator) -> Self {
        must { () throws(Reason) in try OfferAmendment(price: make(), schedule: make()) }
    }
}

extension OrderScope: Generated {
    static func generate(_ make: inout Generator) -> Self { OrderScope(zone: make(), instanceType: make()) }
}

extension Demand: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Demand(id: make(), buyer: make(), terms: make(), place: make())
    }
}

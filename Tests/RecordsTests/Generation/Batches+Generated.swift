import Domain

extension Int128: Generated {
    static func generate(_ make: inout Generator) -> Self { Int128(make(Int64.self)) << 64 | Int128(make.bits()) }
}

extension BatchScope: Generated {
    static func generate(_ make: inout Generator) -> Self { BatchScope(zone: make(), window: make(), lot: make()) }
}

extension BatchOffer: Generated {
    static func generate(_ make: inout Generator) -> Self { BatchOffer(offer: make(), runs: make()) }
}

extension BatchRun: Generated {
    static func generate(_ make: inout Generator) -> Self { BatchRun(window: make(), askSum: make(), capacity: make()) }
}

extension BatchArc: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BatchArc(offer: make(), tariff: make(), starts: make.list(), subsidy: make())
    }
}

extension BatchDemand: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BatchDemand(
            demand: make(), window: make(), quantity: make(), minimum: make(), limit: make(), arcs: make(),
            hours: make(Int64.self))
    }
}

extension BatchPair: Generated {
    static func generate(_ make: inout Generator) -> Self { BatchPair(demand: make(), offer: make()) }
}

extension Batch: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Batch(id: make(), scope: make(), until: make(), offers: make(), demands: make(), passed: make())
    }
}

extension BatchRound: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let every = make.number(1...1440)
        return must { () throws(Reason) in
            try BatchRound(
                zone: make(), lot: Quantity(make.number(1...Quantity.mostMilli)), everyMinutes: every,
                offsetMinutes: make.number(0...(every - 1)), clearsResidual: make(),
                noCancelSeconds: make.number(0...(every * 60 - 1)))
        }
    }
}

extension BatchPolicy: Generated {
    static func generate(_ make: inout Generator) -> Self {
        let minutes = make.number(1...60)
        var rounds: [BatchRound] = []
        for round in make.list() as [BatchRound] where !rounds.contains(where: { $0.zone == round.zone }) {
            if !round.clearsResidual || minutes <= round.everyMinutes { rounds.append(round) }
        }
        return must { () throws(Reason) in try BatchPolicy(minutesMost: minutes, rounds: rounds) }
    }
}

extension BatchFill: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BatchFill(demand: make(), offer: make(), quantity: make(), placement: make())
    }
}

extension BatchProof: Generated {
    static func generate(_ make: inout Generator) -> Self {
        BatchProof(
            welfare: make(), bound: make(), gap: make(), shadowPrices: make(), boundPrices: make(), scale: make(),
            tie: make())
    }
}

extension SubsidyProof: Generated {
    static func generate(_ make: inout Generator) -> Self {
        SubsidyProof(subsidy: make(), bound: make(), prices: make.list())
    }
}

extension BatchAllocation: Generated {
    static func generate(_ make: inout Generator) -> Self { BatchAllocation(fills: make(), proof: make()) }
}

extension BatchResult: Generated {
    static func generate(_ make: inout Generator) -> Self { make() ? .allocation(make()) : .failure(make()) }
}

extension BatchOutcome: Generated {
    static func generate(_ make: inout Generator) -> Self {
        make() ? .cleared(make(), rejected: make()) : .released(make())
    }
}

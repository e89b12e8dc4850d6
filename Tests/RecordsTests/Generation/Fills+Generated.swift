import Domain
import Records

extension FundingSource: Generated {
    static func generate(_ make: inout Generator) -> Self { make() ? .own : .lot(make(), funder: make()) }
}

extension FundingShare: Generated {
    static func generate(_ make: inout Generator) -> Self { FundingShare(source: make(), amount: make()) }
}

extension PinnedVersions: Generated {
    static func generate(_ make: inout Generator) -> Self {
        PinnedVersions(network: make(), conversion: make(), policy: make(), reference: make())
    }
}

extension Fill: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Fill(
            id: make(), demand: make(), offer: make(), buyer: make(), provider: make(), quantity: make(),
            window: make(), askSum: make(), priceSum: make(), chargeTariff: make(), home: make(), zone: make(),
            capacity: make(), transfer: make(), shares: make(), fee: make(), versions: make(), related: make(),
            milliScu: make())
    }
}

extension UsageReport: Generated {
    static func generate(_ make: inout Generator) -> Self {
        UsageReport(lease: make(), fromSecond: make(), untilSecond: make(), used: make(), idle: make())
    }
}

extension Delivery: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Delivery(
            lease: make(), fromSecond: make(), untilSecond: make(), used: make(), idle: make(), missed: make(),
            reason: make())
    }
}

extension ProgrammeClaim: Generated {
    static func generate(_ make: inout Generator) -> Self {
        ProgrammeClaim(lot: make(), funder: make(), amount: make())
    }
}

extension LotHold: Generated {
    static func generate(_ make: inout Generator) -> Self { LotHold(lot: make(), amounts: make()) }
}

extension DemandHold: Generated {
    static func generate(_ make: inout Generator) -> Self { DemandHold(demand: make(), own: make(), lots: make()) }
}

extension EvaluationPhase: Generated {}

extension TraceStep: Generated {
    static func generate(_ make: inout Generator) -> Self {
        TraceStep(phase: make(), rule: make(), input: make(), output: make(), reason: make())
    }
}

extension Lot: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Lot(
            id: make(), programme: make(), programmeVersion: make(), holder: make(), faces: make(), issuedAt: make(),
            expiresAt: make())
    }
}

extension VoucherDecision: Generated {
    static func generate(_ make: inout Generator) -> Self {
        VoucherDecision(
            programme: make(), version: make(), party: make(), plannedSpend: make(), granted: make(), trace: make())
    }
}

extension FillEvaluation: Generated {
    static func generate(_ make: inout Generator) -> Self {
        FillEvaluation(
            fill: make(), programme: make(), version: make(), contractBase: make(), contractAmount: make(),
            trace: make())
    }
}

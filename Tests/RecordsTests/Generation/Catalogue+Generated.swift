import Domain
import Records

extension ResourceKind: Generated {}
extension ChipOrigin: Generated {}
extension ServiceKind: Generated {}
extension Precision: Generated {}
extension ZoneLevel: Generated {}
extension TariffKind: Generated {}
extension PriceRule: Generated {}

extension DenseRate: Generated {
    static func generate(_ make: inout Generator) -> Self { DenseRate(precision: make(), milliTeraflops: make()) }
}

extension Chip: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Chip(code: make(), architecture: make(), origin: make(), rates: make())
    }
}

extension InstanceTypeTerms: Generated {
    static func generate(_ make: inout Generator) -> Self {
        InstanceTypeTerms(
            code: make(), kind: make(), architecture: make(), chip: make(), origin: make(), chipsMilli: make(),
            chipMemoryBytes: make(), vcpuMilli: make(), memoryBytes: make(), declaredRates: make(), service: make(),
            interconnect: make(), stack: make(), computeIdentifier: make())
    }
}

extension InstanceType: Generated {
    static func generate(_ make: inout Generator) -> Self { InstanceType(id: make(), terms: make()) }
}

extension Zone: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Zone(id: make(), code: make(), name: make(), nameEnglish: make(), level: make(), parent: make())
    }
}

extension ZoneTerms: Generated {
    static func generate(_ make: inout Generator) -> Self {
        ZoneTerms(code: make(), name: make(), nameEnglish: make(), level: make(), parent: make())
    }
}

extension Link: Generated {
    static func generate(_ make: inout Generator) -> Self {
        Link(from: make(), to: make(), latencyMicroseconds: make(), tariff: make(), tariffKind: make())
    }
}

extension MarketPolicy: Generated {
    static func generate(_ make: inout Generator) -> Self {
        MarketPolicy(
            fee: make(), contestHours: make(), reportHours: make(), missedHoursToEnd: make(), priceRule: make())
    }
}

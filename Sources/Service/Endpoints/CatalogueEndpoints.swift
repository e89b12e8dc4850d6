import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer

/// Zones, network, conversion, policy and instance types.
enum CatalogueEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/zones", .defineZone, defineZone),
        .list("/v1/zones", .listZones) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.zones(page) }
        },
        .post("/v1/network", .publishNetwork, publishNetwork),
        .get("/v1/network", .getNetwork) { call async throws(ServiceFault) in
            let found = try await call.read { () async throws(ReadFault) in try await call.parts.reader.network() }
            return .json(found.value, sequence: found.sequence)
        },
        .post("/v1/conversion", .publishConversion, publishConversion),
        .get("/v1/conversion", .getConversion) { call async throws(ServiceFault) in
            let found = try await call.read { () async throws(ReadFault) in try await call.parts.reader.conversion() }
            return .json(found.value, sequence: found.sequence)
        },
        .post("/v1/policy", .setPolicy, setPolicy),
        .get("/v1/policy", .getPolicy) { call async throws(ServiceFault) in
            let found = try await call.read { () async throws(ReadFault) in try await call.parts.reader.policy() }
            return .json(found.value, sequence: found.sequence)
        },
        .post("/v1/instance-types", .defineInstanceType, defineInstanceType),
        .list("/v1/instance-types", .listInstanceTypes) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.instanceTypes(page) }
        },
        .get("/v1/instance-types/{id}", .getInstanceType) { call async throws(ServiceFault) in
            let id = try call.identifier(of: InstanceTypeKind.self)
            return try await call.one(ServiceFault(.unknownInstanceType)) { () async throws(ReadFault) in
                try await call.parts.reader.instanceType(id)
            }
        },
        .get("/v1/instance-types/{id}/conversion", .getTypeConversion) { call async throws(ServiceFault) in
            let id = try call.identifier(of: InstanceTypeKind.self)
            return try await call.one(ServiceFault(.unknownInstanceType)) { () async throws(ReadFault) in
                try await call.parts.reader.conversion(of: id)
            }
        },
    ]

    @Sendable private static func defineZone(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(ZoneRequest.self)
        let receipt = try await call.submit(
            .defineZone(
                ZoneTerms(
                    code: body.code, name: body.name, nameEnglish: body.nameEnglish, level: body.level.value,
                    parent: body.parent)))
        let id = receipt.event { event in if case .zoneDefined(let zone) = event { zone.id } else { nil } }
        return .json(receipt.plain("\(id)"), status: 201, sequence: receipt.sequence)
    }

    @Sendable private static func publishNetwork(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(NetworkRequest.self)
        let links = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt = try await call.submit(.publishNetwork(links))
        let version = receipt.event { event in
            if case .networkPublished(let version, _) = event { version } else { nil }
        }
        return .json(receipt.plain(version: version), status: 201, sequence: receipt.sequence)
    }

    @Sendable private static func publishConversion(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(ConversionRequest.self)
        let chips = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt = try await call.submit(.publishConversion(chips))
        let version = receipt.event { event in
            if case .conversionPublished(let version, _) = event { version } else { nil }
        }
        return .json(receipt.plain(version: version), status: 201, sequence: receipt.sequence)
    }

    @Sendable private static func setPolicy(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(PolicyBody.self)
        let policy = try call.parsed { () throws(DoorFault) in
            try body.checkHours()
            return MarketPolicy(
                fee: try body.fee(), contestHours: body.contestHours, reportHours: body.reportHours,
                missedHoursToEnd: body.missedHoursToEnd, priceRule: body.priceRule.value)
        }
        let receipt = try await call.submit(.setPolicy(policy))
        let version = receipt.event { event in if case .policySet(let version, _) = event { version } else { nil } }
        return .json(receipt.plain(version: version), status: 201, sequence: receipt.sequence)
    }

    @Sendable private static func defineInstanceType(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(InstanceTypeBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt: Receipt
        do throws(ServiceFault) {
            receipt = try await call.submit(.defineInstanceType(terms))
        } catch {
            var fault = error
            if fault.code == .reason(.rateAboveDense) { fault.pointer = "/declared_rates" }
            throw fault
        }
        let id = receipt.event { event in if case .instanceTypeDefined(let type) = event { type.id } else { nil } }
        return .json(
            receipt.plain("\(id)"), status: 201, sequence: receipt.sequence, location: "/v1/instance-types/\(id)")
    }
}

import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer

/// Voucher programmes, applications and lots.
enum ProgrammeEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/programmes", .proposeProgramme, propose),
        .list("/v1/programmes", .listProgrammes) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.programmes(page) }
        },
        .get("/v1/programmes/{id}", .getProgramme) { call async throws(ServiceFault) in
            let id = try call.identifier(of: ProgrammeKind.self)
            return try await call.one(ServiceFault(.unknownProgramme)) { () async throws(ReadFault) in
                try await call.parts.reader.programme(id)
            }
        },
        .post("/v1/programmes/{id}/versions/{version}/approval", .approveProgramme, body: false, approve),
        .post("/v1/programmes/{id}/authorisations", .authorisePool) { call async throws(ServiceFault) in
            let id = try call.identifier(of: ProgrammeKind.self)
            let body = try call.value(AmountRequest.self)
            let amount = try call.parsed { () throws(DoorFault) in try body.amount() }
            let receipt = try await call.submit(.authorisePool(id, amount))
            return .json(receipt.plain("\(id)"), status: 201, sequence: receipt.sequence)
        },
        .post("/v1/programmes/{id}/applications", .applyForVoucher, apply),
        .list("/v1/lots", .listLots) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.lots(call.scope, page) }
        },
        .get("/v1/lots/{id}", .getLot) { call async throws(ServiceFault) in
            let id = try call.identifier(of: LotKind.self)
            return try await call.one(ServiceFault(.unknownLot)) { () async throws(ReadFault) in
                try await call.parts.reader.lot(call.scope, id)
            }
        },
    ]

    @Sendable private static func propose(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(ProgrammeBody.self)
        let definition = try call.parsed { () throws(DoorFault) in try body.definition() }
        let receipt = try await call.submit(.proposeProgramme(definition))
        let (id, version) = receipt.event { event in
            if case .programmeProposed(let id, let version, _, _) = event { (id, version) } else { nil }
        }
        return .json(
            receipt.plain("\(id)", version: version), status: 201, sequence: receipt.sequence,
            location: "/v1/programmes/\(id)")
    }

    @Sendable private static func approve(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: ProgrammeKind.self)
        let digits = call.parameters[1]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let version = Int64(digits), version > 0 else {
            throw ServiceFault(.identifierInvalid)
        }
        let receipt = try await call.submit(.approveProgramme(id, version: version))
        return .json(receipt.plain("\(id)", version: version), sequence: receipt.sequence)
    }

    @Sendable private static func apply(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: ProgrammeKind.self)
        let body = try call.value(ApplicationRequest.self)
        let spend = try call.parsed { () throws(DoorFault) in try body.plannedSpend() }
        let receipt = try await call.submit(.applyForVoucher(id, plannedSpend: spend))
        let decision = receipt.event { event in
            if case .voucherEvaluated(let decision) = event { decision } else { nil }
        }
        let lot = receipt.events.lazy.compactMap { if case .lotIssued(let lot) = $0 { lot } else { nil } }.first
        return .json(
            VoucherReceipt(
                sequence: receipt.sequence, at: receipt.stamp, programme: id, version: decision.version,
                granted: decision.granted, lot: lot?.id, expiresAt: lot?.expiresAt, trace: decision.trace),
            status: 201, sequence: receipt.sequence, location: lot.map { "/v1/lots/\($0.id)" })
    }
}

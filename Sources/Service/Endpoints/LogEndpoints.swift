import Domain
import ExchangeAPI
import Identity
import Persistence
import Trading

/// The transparency log: heads and proofs for anybody, records for auditors.
enum LogEndpoints {
    static let all: [Endpoint] = [
        .plain("/v1/log/checkpoint", .checkpoint) { call async throws(ServiceFault) in
            guard let checkpoint = call.parts.exchange.checkpoint else { throw ServiceFault(.unknownRecord) }
            return Answer(
                mediaType: "text/plain; charset=utf-8", body: checkpoint.note, sequence: checkpoint.head.size)
        },
        .get("/v1/log/inclusion", .inclusionProof, query: ["sequence", "size"], inclusion),
        .get("/v1/log/consistency", .consistencyProof, query: ["first", "second"], consistency),
        .list("/v1/log/entries", .listEntries) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.entries(page) }
        },
    ]

    @Sendable private static func inclusion(_ call: Call) async throws(ServiceFault) -> Answer {
        guard let sequence = try call.query.number("sequence", in: 1...Int64.max),
            let size = try call.query.number("size", in: 1...Int64.max)
        else { throw ServiceFault(.queryInvalid) }
        let proof = try await call.read { () async throws(ReadFault) in
            try await call.parts.reader.inclusion(of: sequence, size: size)
        }
        guard let proof else { throw ServiceFault(.unknownRecord) }
        return .json(proof, sequence: size)
    }

    @Sendable private static func consistency(_ call: Call) async throws(ServiceFault) -> Answer {
        guard let first = try call.query.number("first", in: 1...Int64.max),
            let second = try call.query.number("second", in: 1...Int64.max)
        else { throw ServiceFault(.queryInvalid) }
        let proof = try await call.read { () async throws(ReadFault) in
            try await call.parts.reader.consistency(first, second)
        }
        guard let proof else { throw ServiceFault(.unknownRecord) }
        return .json(proof, sequence: second)
    }
}

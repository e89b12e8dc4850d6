import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

/// Firm quotes: a buyer asks for one here, takes it with POST /v1/demands, and gives it up as it cancels a demand.
enum QuoteEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/quotes", .quoteDemand, quote),
        .post("/v1/quote-policy", .setQuotePolicy, setPolicy),
        .get("/v1/quote-policy", .getQuotePolicy) { call async throws(ServiceFault) in
            let found = try await call.inspect { exchange in
                QuotePolicyResource(version: exchange.quotePolicyVersion, policy: exchange.quotePolicy)
            }
            return .json(found.value, sequence: found.sequence)
        },
    ]

    @Sendable private static func quote(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(DemandBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.unquotedTerms() }
        let receipt = try await call.submit(.quoteDemand(terms))
        let answer = receipt.quoteReceipt
        return .json(answer, status: 201, sequence: receipt.sequence, location: "/v1/demands/\(answer.id)")
    }

    @Sendable private static func setPolicy(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(QuotePolicyBody.self)
        let policy = try call.parsed { () throws(DoorFault) in try body.policy() }
        let receipt = try await call.submit(.setQuotePolicy(policy))
        let version = receipt.event { event in
            if case .quotePolicySet(let version, _) = event { version } else { nil }
        }
        return .json(receipt.plain(version: version), status: 201, sequence: receipt.sequence)
    }
}

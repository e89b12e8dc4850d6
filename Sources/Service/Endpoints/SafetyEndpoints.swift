import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

/// What stands still: an operator halts, another one resumes, everybody sees it.
enum SafetyEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/halts", .halt) { call async throws(ServiceFault) in
            try await change(call, .halt) { .halt($0, note: $1) }
        },
        .post("/v1/resumptions", .resume) { call async throws(ServiceFault) in
            try await change(call, .resume) { .resume($0, note: $1) }
        },
        .list("/v1/halts", .listHalts) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.halts(page) }
        },
        .post("/v1/safety-policy", .setSafetyPolicy, setPolicy),
        .get("/v1/safety-policy", .getSafetyPolicy) { call async throws(ServiceFault) in
            let found = try await call.inspect { exchange in
                SafetyPolicyResource(version: exchange.safetyPolicyVersion, policy: exchange.safetyPolicy)
            }
            return .json(found.value, sequence: found.sequence)
        },
        .post("/v1/verifications", .attest) { call async throws(ServiceFault) in
            let receipt = try await call.submit(.attest(try call.value(VerificationRequest.self).verification))
            return .json(receipt.plain(), status: 201, sequence: receipt.sequence)
        },
        .post("/v1/verification-failures", .failVerification) { call async throws(ServiceFault) in
            let body = try call.value(VerificationFailureRequest.self)
            let receipt = try await call.submit(.failVerification(body.subject, evidence: body.evidence))
            return .json(receipt.plain(), status: 201, sequence: receipt.sequence)
        },
        .list("/v1/verifications", .listVerifications) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.verifications(page) }
        },
    ]

    @Sendable private static func setPolicy(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(SafetyPolicyBody.self)
        let policy = try call.parsed { () throws(DoorFault) in try body.policy() }
        let receipt = try await call.submit(.setSafetyPolicy(policy))
        let version = receipt.event { event in
            if case .safetyPolicySet(let version, _) = event { version } else { nil }
        }
        return .json(receipt.plain(version: version), status: 201, sequence: receipt.sequence)
    }

    private static func change(
        _ call: Call, _ kind: CommandKind, _ command: (HaltScope, Commitment) -> Command
    ) async throws(ServiceFault) -> Answer {
        let body = try call.value(HaltRequest.self)
        let note = call.erasable(body.note.text, position: 0, of: kind)
        let receipt = try await call.submit(command(body.scope, note.commitment), texts: [note])
        return .json(receipt.plain(), status: 201, sequence: receipt.sequence)
    }
}

import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer

/// Deposits and payouts against the custodian bank account.
enum MoneyEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/deposits", .recordDeposit, deposit),
        .list("/v1/deposits", .listDeposits) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.deposits(call.scope, page)
            }
        },
        .post("/v1/payouts", .requestPayout, requestPayout),
        .list("/v1/payouts", .listPayouts) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.payouts(call.scope, page)
            }
        },
        .get("/v1/payouts/{id}", .getPayout) { call async throws(ServiceFault) in
            let id = try call.identifier(of: PayoutKind.self)
            return try await call.one(ServiceFault(.unknownPayout)) { () async throws(ReadFault) in
                try await call.parts.reader.payout(call.scope, id)
            }
        },
        .post("/v1/payouts/{id}/approval", .approvePayout) { call async throws(ServiceFault) in
            let id = try call.identifier(of: PayoutKind.self)
            let body = try call.value(PayoutApprovalRequest.self)
            let receipt = try await call.submit(.approvePayout(id, bankReference: body.reference))
            return .json(receipt.plain("\(id)"), sequence: receipt.sequence)
        },
    ]

    @Sendable private static func deposit(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(DepositRequest.self)
        let amount = try call.parsed { () throws(DoorFault) in try body.amount() }
        let receipt = try await call.submit(
            .recordDeposit(BankDeposit(party: body.party, amount: amount, reference: body.reference)))
        return .json(receipt.plain(), status: 201, sequence: receipt.sequence)
    }

    @Sendable private static func requestPayout(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(AmountRequest.self)
        let receipt = try await call.submit(
            .requestPayout(try call.parsed { () throws(DoorFault) in try body.amount() }))
        let id = receipt.event { event in if case .payoutRequested(let id, _, _, _) = event { id } else { nil } }
        return .json(receipt.plain("\(id)"), status: 201, sequence: receipt.sequence, location: "/v1/payouts/\(id)")
    }
}

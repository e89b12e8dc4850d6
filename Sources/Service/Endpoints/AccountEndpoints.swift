import Domain
import ExchangeAPI
import Identity

/// The ledger: accounts, transfers, and a party's wallet.
enum AccountEndpoints {
    static let all: [Endpoint] = [
        .list("/v1/accounts", .listAccounts) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.accounts(call.scope, page)
            }
        },
        .get("/v1/accounts/{id}", .getAccount) { call async throws(ServiceFault) in
            let id = try call.identifier(of: AccountKind.self)
            return try await call.one(ServiceFault(.unknownAccount)) { () async throws(ReadFault) in
                try await call.parts.reader.account(call.scope, id)
            }
        },
        .list("/v1/accounts/{id}/transfers", .listTransfers) { call async throws(ServiceFault) in
            let id = try call.identifier(of: AccountKind.self)
            let account = try await call.read { () async throws(ReadFault) in
                try await call.parts.reader.account(call.scope, id)
            }
            guard account.value != nil else { throw ServiceFault(.unknownAccount) }
            return try await call.page { page async throws(ReadFault) in
                try await call.parts.reader.transfers(call.scope, of: id, page)
            }
        },
        .get("/v1/wallet", .getWallet) { call async throws(ServiceFault) in
            guard let party = call.actor.organisation else { throw ServiceFault(.seatForbidden) }
            let found = try await call.read { () async throws(ReadFault) in try await call.parts.reader.wallet(party) }
            return .json(found.value, sequence: found.sequence)
        },
    ]
}

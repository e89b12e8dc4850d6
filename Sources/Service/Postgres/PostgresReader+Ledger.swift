import Domain
import ExchangeAPI
import Persistence
import Records

extension PostgresReader {
    public func accounts(
        _ scope: ReadScope, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[AccountResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.accounts(ReadView(scope), ListRange(page))
        }) { $0.map(AccountResource.init) }
    }

    public func account(_ scope: ReadScope, _ id: AccountID) async throws(ReadFault) -> Snapshot<AccountResource?> {
        try await read({ queries async throws(QueryError) in try await queries.account(ReadView(scope), id) }) {
            $0.map(AccountResource.init)
        }
    }

    public func transfers(
        _ scope: ReadScope, of account: AccountID, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[TransferResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.transfers(ReadView(scope), of: account, ListRange(page))
        }) { $0.map(TransferResource.init) }
    }

    public func wallet(_ party: PartyID) async throws(ReadFault) -> Snapshot<WalletResource> {
        try await read({ queries async throws(QueryError) in try await queries.wallet(party) }) {
            Purse($0).resource(of: party)
        }
    }
}

/// A party's balances, summed by programme and role.
private struct Purse {
    private var money: [AccountRole: Money] = [:]
    private var vouchers: [ProgrammeID: [AccountRole: Money]] = [:]

    init(_ accounts: [BalancedAccount]) {
        for account in accounts {
            let balance = Money(fen: account.balance)
            switch account.account.asset {
            case .cny: money[account.account.role, default: .zero] += balance
            case .programme(let id, _): vouchers[id, default: [:]][account.account.role, default: .zero] += balance
            case .quota: break
            }
        }
    }

    func resource(of party: PartyID) -> WalletResource {
        WalletResource(
            party: party, free: money[.free] ?? .zero, held: money[.held] ?? .zero, escrow: money[.escrow] ?? .zero,
            earned: money[.earned] ?? .zero,
            vouchers: vouchers.sorted { $0.key < $1.key }.map { programme, balances in
                VoucherBalance(
                    programme: programme, free: balances[.lotsFree] ?? .zero, held: balances[.lotsHeld] ?? .zero,
                    escrow: balances[.escrow] ?? .zero, earned: balances[.earned] ?? .zero,
                    claimed: balances[.claimed] ?? .zero)
            })
    }
}

extension AccountResource {
    fileprivate init(_ balanced: BalancedAccount) {
        let (asset, funder): (String, Int64?) =
            switch balanced.account.asset {
            case .cny: ("cny", nil)
            case .programme(let id, let funder): ("\(id)", funder)
            case .quota(let lease): ("\(lease)", nil)
            }
        let owner =
            switch balanced.account.owner {
            case .exchange: "exchange"
            case .party(let id): "\(id)"
            case .link(let home, let zone): "\(home)/\(zone)"
            }
        self.init(
            id: balanced.id, asset: asset, funder: funder, role: Named(balanced.account.role).wire, owner: owner,
            balance: balanced.balance)
    }
}

extension TransferResource {
    fileprivate init(_ numbered: NumberedTransfer) {
        let transfer = numbered.transfer
        let subject: String? =
            switch transfer.subject {
            case .none: nil
            case .party(let id): "\(id)"
            case .programme(let id): "\(id)"
            case .lot(let id): "\(id)"
            case .demand(let id): "\(id)"
            case .lease(let id): "\(id)"
            case .payout(let id): "\(id)"
            }
        self.init(
            sequence: numbered.sequence, ordinal: numbered.ordinal, debit: transfer.debit, credit: transfer.credit,
            amount: transfer.amount, lot: transfer.lot, cause: Named(transfer.cause).wire, subject: subject)
    }
}

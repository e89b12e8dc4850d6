import Accounting
import Domain
import Persistence
import Programmes
import Records
import Testing

@testable import Trading

/// Accounts, transfers, wallets and lots read as the ledger has them.
struct LedgerQueryTests {
    private let market: StoredMarket

    init() throws { market = try StoredMarket.withStory() }

    @Test func accounts() async throws {
        let rows = market.exchange.ledger.rows
        let found = try await market.queries.accounts(.everything, .all).value
        #expect(found.map(\.id.number) == Array(1...Int64(rows.count)))
        #expect(found.map(\.account) == rows.map(\.account))
        #expect(found.map(\.balance) == rows.map(\.balance))
        let one = try #require(try await market.queries.account(.everything, AccountID(2)).value)
        #expect(one.account == rows[1].account && one.balance == rows[1].balance)
        #expect(try await market.queries.account(.everything, AccountID(9_999)).value == nil)
    }

    @Test func transfersOfEveryAccountSumToItsBalance() async throws {
        for account in try await market.queries.accounts(.everything, .all).value {
            let wanted = market.entries.flatMap { entry in
                entry.record.transfers.enumerated().map { (entry.sequence, Int64($0.offset), $0.element) }
            }.filter { $0.2.debit == account.id || $0.2.credit == account.id }
            let found = try await market.queries.transfers(.everything, of: account.id, .all).value
            #expect(found.map(\.sequence) == wanted.map(\.0) && found.map(\.ordinal) == wanted.map(\.1))
            #expect(found.map(\.transfer) == wanted.map(\.2))
            let sum = found.reduce(Int64(0)) {
                $0 + ($1.transfer.credit == account.id ? $1.transfer.amount : -$1.transfer.amount)
            }
            #expect(sum == account.balance)
        }
    }

    @Test func walletsHoldMoneyAndVouchersButNoQuota() async throws {
        for party in [StoredMarket.provider, StoredMarket.buyer, StoredMarket.both] {
            let wanted = market.exchange.ledger.rows.filter { row in
                if case .quota = row.account.asset { return false }
                return row.account.owner == .party(party)
            }
            let found = try await market.queries.wallet(party).value
            #expect(found.map(\.account) == wanted.map(\.account) && !found.isEmpty)
            #expect(found.map(\.balance) == wanted.map(\.balance))
        }
        #expect(try await market.queries.wallet(StoredMarket.stranger).value.isEmpty)
    }

    @Test func lots() async throws {
        let lots = market.exchange.lots.all
        let rows = lots.map { market.exchange.ledger.lot($0.lot.id) }
        let found = try await market.queries.lots(.everything, .all).value
        #expect(found.map(\.lot) == lots.map(\.lot) && found.count == 2)
        #expect(found.map(\.free) == rows.map { $0?.freeSum ?? .zero })
        #expect(found.map(\.held) == rows.map { $0?.heldSum ?? .zero })
        #expect(found.map(\.expiredTo) == [.available, nil])
        #expect(found[0].expired == lots[0].expired.reduce(.zero, +) && found[1].expired == nil)
        #expect(try #require(found[0].expired) > .zero && found[1].free > .zero)
        #expect(try await market.queries.lot(.tenant(StoredMarket.buyer), LotID(1)).value?.lot == lots[0].lot)
        #expect(try await market.queries.lot(.everything, LotID(3)).value == nil)
    }

    @Test func programmes() async throws {
        let entry = try #require(market.exchange.programmes.entries.first)
        let found = try await market.queries.programmes(.all).value
        let one = try #require(found.first)
        #expect(found.count == 1 && one.id == entry.id && one.code.text == "sixty")
        #expect(one.liveVersion == 1 && entry.live?.number == 1)
        #expect(one.versions.map(\.number) == [1, 2])
        #expect(one.versions.map(\.definition) == entry.versions.map(\.definition))
        #expect(one.versions.map(\.proposer) == entry.versions.map(\.proposer))
        #expect(one.versions.map(\.approver) == entry.versions.map(\.approver))
        #expect(try await market.queries.programme(ProgrammeID(1)).value?.versions.count == 2)
        #expect(try await market.queries.programme(ProgrammeID(2)).value == nil)
    }
}

import Domain
import Persistence
import Postgres
import Records
import TestDatabases
import Testing

@testable import Trading

/// A party sees what is its own, all of it, and what is public; an officer sees all.
struct ScopeQueryTests {
    private let market: StoredMarket
    private var queries: ExchangeQueries { market.queries }
    private static let parties = [
        StoredMarket.provider, StoredMarket.buyer, StoredMarket.both, StoredMarket.stranger, PartyID(9),
    ]

    init() throws { market = try StoredMarket.withStory() }

    @Test func aPartySeesItselfAndAdmittedProviders() async throws {
        for party in Self.parties {
            let seen = try await queries.parties(.tenant(party), .all).value
            let wanted = [1, 2, 3, 4].filter { $0 == party.number || [1, 3].contains($0) }
            #expect(seen.map(\.id.number) == wanted)
            #expect(seen.map(\.name) == seen.map { StoredMarket.name(of: $0.id) })
            for other in seen where other.id != party { #expect(other.approvals.isEmpty) }
        }
    }

    @Test func aPartySeesItsOwnMoney() async throws {
        let deposits = try await queries.deposits(.everything, .all).value
        let payouts = try await queries.payouts(.everything, .all).value
        let accounts = try await queries.accounts(.everything, .all).value
        for party in Self.parties {
            let view = ReadView.tenant(party)
            #expect(
                try await queries.deposits(view, .all).value.map(\.sequence)
                    == deposits.filter { $0.deposit.party == party }.map(\.sequence))
            #expect(
                try await queries.payouts(view, .all).value.map(\.id)
                    == payouts.filter { $0.party == party }.map(\.id))
            #expect(
                try await queries.accounts(view, .all).value.map(\.id)
                    == accounts.filter { $0.account.owner == .party(party) }.map(\.id))
        }
        #expect(try await queries.payout(.tenant(StoredMarket.both), PayoutID(1)).value == nil)
    }

    @Test func transfersAreSeenWithTheirAccount() async throws {
        for account in try await queries.accounts(.everything, .all).value {
            let all = try await queries.transfers(.everything, of: account.id, .all).value
            for party in Self.parties {
                let view = ReadView.tenant(party)
                let isOwn = account.account.owner == .party(party)
                #expect(try await queries.account(view, account.id).value?.id == (isOwn ? account.id : nil))
                let seen = try await queries.transfers(view, of: account.id, .all).value
                #expect(seen.map(\.transfer) == (isOwn ? all.map(\.transfer) : []))
            }
        }
    }

    @Test func aPartySeesItsOwnOrdersAndBothSidesAFill() async throws {
        let demands = try await queries.demands(.everything, state: nil, .all).value
        let fills = try await queries.fills(.everything, demand: nil, offer: nil, .all).value
        let lots = try await queries.lots(.everything, .all).value
        for party in Self.parties {
            let view = ReadView.tenant(party)
            #expect(
                try await queries.demands(view, state: nil, .all).value.map(\.demand)
                    == demands.map(\.demand).filter { $0.buyer == party })
            #expect(
                try await queries.lots(view, .all).value.map(\.lot) == lots.map(\.lot).filter { $0.holder == party })
            let own = fills.filter { [$0.fill.buyer, $0.fill.provider].contains(party) }
            #expect(
                try await queries.fills(view, demand: nil, offer: nil, .all).value.map(\.fill) == own.map(\.fill))
            #expect(try await queries.leases(view, .all).value.map(\.id) == own.map(\.fill.lease))
            for fill in fills {
                let isOwn = own.contains { $0.fill.id == fill.fill.id }
                #expect(try await queries.fill(view, fill.fill.id).value?.fill == (isOwn ? fill.fill : nil))
                #expect(try await queries.lease(view, fill.fill.lease).value?.id == (isOwn ? fill.fill.lease : nil))
                #expect(try await queries.deliveries(view, of: fill.fill.lease, .all).value.isEmpty != isOwn)
            }
        }
        #expect(try await queries.demand(.tenant(StoredMarket.both), DemandID(1)).value == nil)
        #expect(try await queries.lot(.tenant(StoredMarket.both), LotID(1)).value == nil)
    }

    @Test func nobodySeesWhatBelongsToAParty() async throws {
        #expect(try await queries.parties(.anybody, .all).value.map(\.id.number) == [1, 3])
        #expect(try await queries.deposits(.anybody, .all).value.isEmpty)
        #expect(try await queries.payouts(.anybody, .all).value.isEmpty)
        #expect(try await queries.accounts(.anybody, .all).value.isEmpty)
        #expect(try await queries.lots(.anybody, .all).value.isEmpty)
        #expect(try await queries.demands(.anybody, state: nil, .all).value.isEmpty)
        #expect(try await queries.fills(.anybody, demand: nil, offer: nil, .all).value.isEmpty)
        #expect(try await queries.leases(.anybody, .all).value.isEmpty)
    }

    /// One connection, so that the next reader gets that of the last one.
    @Test func aTenantDoesNotOutliveItsTransaction() async throws {
        let one = ExchangeQueries(
            readers: ConnectionPool(try market.database.source(.reader), count: 1, waitingMax: 1),
            officers: ConnectionPool(try market.database.source(.auditor), count: 1, waitingMax: 1))
        #expect(try await !one.demands(.tenant(StoredMarket.buyer), state: nil, .all).value.isEmpty)
        #expect(try await one.demands(.anybody, state: nil, .all).value.isEmpty)
        #expect(try await !one.demands(.tenant(StoredMarket.both), state: nil, .all).value.isEmpty)
    }
}

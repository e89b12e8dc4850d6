import Domain
import Persistence
import Records
import TestDatabases
import Testing

@testable import Trading

/// What is published reads as the exchange has it, in the version in force.
struct CatalogueQueryTests {
    private let market: StoredMarket

    init() throws {
        market = try StoredMarket()
        try market.defineCatalogue()
    }

    @Test func zonesAndTypes() async throws {
        let (zones, types) = (market.exchange.catalogue.zones, market.exchange.catalogue.types)
        let head = market.exchange.sequence
        let found = try await market.queries.zones(.all)
        #expect(found.value == zones && found.value.count == 4)
        #expect(found.sequence == head)
        #expect(try await market.queries.instanceTypes(.all).value == types)
        #expect(try await market.queries.instanceType(InstanceTypeID(2)).value == types[1])
        #expect(try await market.queries.instanceType(InstanceTypeID(3)).value == nil)
    }

    @Test func whatIsVersionedReadsInTheLastVersion() async throws {
        let links = market.exchange.catalogue.links.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        let catalogue = market.exchange.catalogue
        let (chips, policy) = (catalogue.conversion(catalogue.conversionVersion).chips, catalogue.policy)
        let network = try await market.queries.network().value
        #expect(network.version == 2 && network.value == links && links.count == 2)
        let conversion = try await market.queries.conversion().value
        #expect(conversion.version == 2 && conversion.value == chips && chips.count == 2)
        let found = try await market.queries.policy().value
        #expect(found.version == 2 && found.value == policy)
    }

    @Test func anEmptyExchangeHasTheStandardPolicyAndNoVersion() async throws {
        let queries = try TestDatabase().queries()
        #expect(try await queries.sequence() == 0)
        #expect(try await queries.policy().value.value == .standard)
        #expect(try await queries.policy().value.version == 0)
        #expect(try await queries.network().value.version == 0)
        #expect(try await queries.conversion().value.value.isEmpty)
    }
}

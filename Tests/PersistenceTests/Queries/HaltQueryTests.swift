import Domain
import Persistence
import Records
import Testing
import Trading

/// Halts with their reasons, until those are erased.
struct HaltQueryTests {
    @Test func aHaltIsReadWithWhatEndedIt() async throws {
        let market = try StoredMarket()
        try market.defineCatalogue()
        let (first, second) = (try text(1, "检查"), try text(2, "查毕"))
        let halted = try market.accept(
            .halt(.region(ZoneID(2)), note: first.commitment), by: .operatorOne, texts: [first])
        let open = try #require(try await market.queries.halts(.all).value.first)
        #expect(open.scope == .region(ZoneID(2)) && open.note == "检查" && open.resumed == nil)
        #expect(open.sequence == halted.header.sequence)
        let resumed = try market.accept(
            .resume(.region(ZoneID(2)), note: second.commitment), by: .operatorTwo, texts: [second])
        try market.accept(.halt(.market, note: first.commitment), by: .operatorOne)
        let all = try await market.queries.halts(.all).value
        #expect(all.map(\.scope) == [.region(ZoneID(2)), .market])
        #expect(all.first?.resumed?.sequence == resumed.header.sequence && all.first?.resumed?.note == "查毕")
        #expect(all.last?.resumed == nil)
    }

    private func text(_ number: UInt8, _ text: String) throws -> ErasableText {
        ErasableText(commitment: try Commitment(bytes: [UInt8](repeating: number, count: 32)), salt: [1], text: text)
    }
}

import ExchangeAPI
import Service
import Testing

/// The interface keeps to openapi/openapi.json: every request and answer of a whole market's life is checked against
/// it, and at the end every operation, status, code and property of it must have been met.
@Suite(.serialized)
struct ContractTests {
    @Test func everythingInTheDocumentIsMet() async throws {
        let contract = try Contract()
        let exchange = try await TestExchange.start(configure: {
            $0.patience = .milliseconds(20)
            // The act on batches has them solved when it wants.
            $0.batchInterval = .seconds(3600)
        })
        let stage = Stage(exchange: exchange, contract: contract)
        try await Opening(stage: stage).play()
        try await Vouchers(stage: stage).play()
        try await Trade(stage: stage).play()
        try await Refusals(stage: stage).play()
        try await Batches(stage: stage).play()
        try await Halts(stage: stage).play()
        try await Reading(stage: stage).play()
        try await Foreign(stage: stage).play()
        try await Waiting(stage: stage).play()
        try await Bounds(stage: stage).play()
        try await Verifications(stage: stage).play()
        try await StandardCompute(stage: stage).play()
        try await Bundles(stage: stage).play()
        try await Withdrawals(stage: stage).play()
        try await Quotes(stage: stage).play()
        let before = try await stage.get("/v1/ready", nil).sequence
        for entry in contract.document.entries { try await DoorAct(stage, entry).play() }
        // What fails at the door leaves no trace.
        #expect(try await stage.get("/v1/ready", nil).sequence == before)
        await exchange.stop()
        try await FaultAct.sequencer(contract)
        try await FaultAct.database(contract)
        try await FaultAct.wallClock(contract)
        try await Bounds.asking(contract)
        try await FaultAct.slowBodies(contract)
        #expect(contract.faults == [])
        #expect(contract.gaps() == [])
    }

    /// The statuses of the document are those of the code, for every code that there is.
    @Test func everyCodeHasItsStatus() throws {
        let document = try Document()
        let own = Dictionary(uniqueKeysWithValues: ProblemCode.all.map { ($0.code, Int($0.status)) })
        #expect(document.statusOfCode == own)
    }
}

import Foundation
import Matching
import Testing

/// Order flow of a real venue through the market's own container: the trades and the book that a reference book gives.
@Suite struct BitstampTests {
    static let folder: URL? = {
        let shared = ProcessInfo.processInfo.environment["SUANLI_SHARED"].map { URL(fileURLWithPath: $0) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = (shared ?? root.deletingLastPathComponent().appendingPathComponent("shared"))
            .appendingPathComponent("data/open-orderflow-bitstamp")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    @Test(.enabled(if: folder != nil, "needs the shared data (SUANLI_SHARED, or shared beside the repository)"))
    func givesTheTradesAndTheBookOfTheReference() throws {
        let folder = try #require(BitstampTests.folder)
        let expected = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: folder.appendingPathComponent("expected.json"))) as? [String: Any])
        var flow = PlainFlow()
        let text = try run("/usr/bin/gzip", "-dc", folder.appendingPathComponent("commands.csv.gz").path)
        for line in text.split(separator: UInt8(ascii: "\n")).dropFirst() { flow.apply(csv: line) }
        #expect(flow.commands == expected["commands"] as? Int)
        #expect(flow.trades.count == expected["trades"] as? Int)
        #expect(flow.trades.reduce(0) { $0 + $1.quantity } == expected["traded_qty"] as? Int64)
        #expect(flow.ignored == (expected["ignored"] as? [String: Int])?["CANCEL"])
        #expect(flow.book.best(.buy) == expected["best_bid"] as? Int64)
        #expect(flow.book.best(.sell) == expected["best_ask"] as? Int64)
        #expect(flow.book.restingOrders().count == expected["resting_orders"] as? Int)
        #expect(try sha256(flow.tradeLines) == expected["trades_sha256"] as? String)
        #expect(try sha256(flow.bookLines) == expected["final_book_sha256"] as? String)
        #expect(flow.book.violations().isEmpty)
    }

    private func sha256(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("suanli-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return String(decoding: try run("/usr/bin/sha256sum", file.path).prefix(64), as: UTF8.self)
    }

    /// The standard output of a program.
    private func run(_ program: String, _ arguments: String...) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return output
    }
}

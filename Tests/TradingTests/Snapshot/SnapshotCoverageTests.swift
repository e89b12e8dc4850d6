import Foundation
import Simulation
import Testing

@testable import Trading

/// Who adds a property to the state is told here that a snapshot must hold it.
///
/// A new name fails this test. It is either written in `Sources/Trading/Snapshot` and read there, or made again from what
/// is; then it gets its place below, and a history that exercises it in `SnapshotTests`.
struct SnapshotCoverageTests {
    /// By type of the registers: what is written, then what is made again.
    private static let known: [String: (written: Set<String>, made: Set<String>)] = [:]

    /// Of the two types that cannot be looked into while they run, by their declarations.
    private static let declared: [String: (written: Set<String>, made: Set<String>)] = [
        "Trading/Exchange/Exchange.swift": (
            [
                "sequence", "lastStamp", "frontier", "marketTime", "catalogue", "parties", "programmes", "orders",
                "leases", "payouts", "ledger", "lots", "pools", "caps", "subsidies", "pairs", "references", "batches",
                "due", "market", "halts", "safety", "verifications", "quotes",
            ], ["draft", "parts"]
        ),
        "Matching/Market/MarketBook.swift": (
            ["reaches", "pairs", "subsidies", "capacity", "rule"],
            [
                "clock", "zones", "types", "offerClasses", "requirements", "demandClasses", "offers", "offerNumbers",
                "demands", "demandNumbers", "buyers", "weeklyPrices", "offerQueues", "demandQueues", "lotSizes",
                "conditional", "frozen", "quoted", "isHalted", "suspended",
            ]
        ),
    ]

    @Test func everyDeclaredPropertyIsKnown() throws {
        let sources = URL(filePath: #filePath).appending(path: "../../../../Sources").standardized
        for (file, properties) in Self.declared {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            let found = text.split(separator: "\n").compactMap(storedProperty)
            #expect(Set(found) == properties.written.union(properties.made), "\(file)")
        }
    }

    /// The name in a line that declares a stored property of the outermost type; nil in any other.
    private func storedProperty(_ line: Substring) -> String? {
        guard let match = line.wholeMatch(of: /\ {4}(?:[a-z()]+ )*(?:var|let) (\w+)(?: = |: )[^{]*/) else { return nil }
        return String(match.1)
    }

    @Test func everyStoredPropertyOfTheRegistersIsKnown() throws {
        var walk = PropertyWalk()
        for seed: UInt64 in 1...6 {
            var exchange = Exchange()
            for entry in SimulatedExchange.journal(seed: seed, sizes: SnapshotTests.sizes) {
                try exchange.fold(entry)
                guard entry.sequence % 40 == 0 else { continue }
                for register: Any in [
                    exchange.catalogue, exchange.parties, exchange.programmes, exchange.orders, exchange.leases,
                    exchange.payouts, exchange.ledger, exchange.lots, exchange.pools, exchange.caps,
                    exchange.subsidies, exchange.pairs, exchange.references, exchange.batches, exchange.due,
                    exchange.halts,
                    exchange.safety, exchange.verifications, exchange.quotes,
                ] { walk.visit(register) }
            }
        }
        for (type, found) in walk.properties {
            let properties = Self.known[type] ?? ([], [])
            #expect(found == properties.written.union(properties.made), "\(type)")
        }
        #expect(Set(walk.properties.keys) == Set(Self.known.keys))
    }
}

/// Collects the stored properties of all values of the state's own types that a value is made of.
private struct PropertyWalk {
    private(set) var properties: [String: Set<String>] = [:]

    mutating func visit(_ value: Any) {
        let (mirror, name) = (Mirror(reflecting: value), String(reflecting: type(of: value)))
        let isOwn = ["Trading.", "Programmes.", "Accounting.", "Matching."].contains { name.hasPrefix($0) }
        switch mirror.displayStyle {
        case .struct:
            // The words of Domain have forms of their own, which RecordsTests hold.
            guard isOwn else { return }
            properties[name, default: []].formUnion(mirror.children.compactMap(\.label))
        case .enum: if !isOwn { return }
        default: break
        }
        for child in mirror.children.prefix(200) { visit(child.value) }
    }
}

import Foundation
import Simulation
import Testing

@testable import Trading

/// Who adds a property to the state is told here that a snapshot must hold it.
///
/// A new name fails this test. It is either written in `Sources/Trading/Snapshot` and read there, or made again from what
/// is; then it gets its place below, and a history that exercises it in `SnapshotTests`.
struct SnapshotCoverageTests {
    /// By type of the registers: what is written | what is made again.
    private static let known = """
        Accounting.AssetFlow: asset putIn returned
        Accounting.AssetPosition: flow | standing
        Accounting.DemandRunningTotals: capacity transfer
        Accounting.LeaseAccount: cut fee idle missed pending shares used | buyer demand feeRate home lease provider \
        whole zone
        Accounting.LeaseShare: claimed earned matured refunded | amount source
        Accounting.Ledger: lots positions rows | accounts assets isTouched positionOfRow touched
        Accounting.LedgerRow: account balance
        Accounting.LotRow: free held holder lot programme
        Accounting.LotShare:  | funder lot terms
        Accounting.LotTable: rows | isTouched touched
        Accounting.LotTerms:  | mode programme
        Accounting.PendingEarning: amounts maturesAt
        Accounting.PositionIndex:  | count places
        Accounting.RunningLine: exact posted
        Matching.PairTable: providers version
        Matching.PairTable.Pair: provider relation
        Matching.SubsidyTable: rates version
        Matching.SubsidyTable.Key: admissionClass instanceType subsidyClass
        Programmes.ApplicantFacts: party | legalPerson profile size
        Programmes.CapBalance: days | held
        Programmes.CapBalance.Day: amount day
        Programmes.CapBook: balances holds
        Programmes.CapHold: amount key
        Programmes.CapHolder: cap demand programme
        Programmes.CapKey: cap party period programme
        Programmes.ContractState: totals
        Programmes.ContractTotals: amount base programme version weighted
        Programmes.LotBalance: drawn expired free holds lot refunded usableUntil | breakageTo held order useBy
        Programmes.LotBook: balances | owned
        Programmes.PoolBook: available
        Programmes.PriceLevels: weights
        Programmes.RelationGraph: owners ties | owned
        Programmes.RelationGraph.Stake: owner share
        Programmes.RelationGraph.Tie: from kind to
        Trading.BatchRegister: count open policy policyVersion rounds | frozenDemands frozenOffers keptFrom
        Trading.BundleRegister: open | bundles
        Trading.ByParty<Swift.Array<Swift.Int32>>:  | first values
        Trading.ByParty<Swift.Array<Trading.OrderRegister.RestingDemand>>:  | first values
        Trading.ByParty<Swift.Int64>:  | first values
        Trading.ByParty<Swift.Set<Domain.Identifier<Domain.DemandKind>>>:  | first values
        Trading.Catalogue: conversions links networkVersion policy policyVersion types zones | \
        dearest typeByCode zoneByCode
        Trading.ContractEntry: provider signedAt state
        Trading.DemandEntry: capPeriodEnd closed closedAt contracts demand fills hold isNearOthers isOpen openHours \
        restedAt rests subsidyClass totals versions
        Trading.Due: at kind number
        Trading.DueQueue: heap
        Trading.HaltRegister: inForce | isMarketHalted programmes
        Trading.LeaseEntry: account end ended fill filledAt reportedUntil sought
        Trading.LeaseRegister: entries
        Trading.OfferEntry: closed offer
        Trading.OfferGroups:  | groupOfOffer groups groupsOfClass groupsOfProvider numbers openCounts
        Trading.OfferGroups.Group:  | key open
        Trading.OfferGroups.Key:  | provider reference
        Trading.OrderRegister: demands fillCount offers | groups restingByBuyer shortByBuyer watchingHours
        Trading.OrderRegister.RestingDemand:  | id place
        Trading.PartyEntry: admitted approvals id registration | applicant
        Trading.PartyRegister: entries relations | byIdentity
        Trading.PayoutEntry: amount approver id party requester
        Trading.PayoutRegister: entries references
        Trading.ProgrammeEntry: id versions
        Trading.ProgrammeRegister: entries | byCode lotCount
        Trading.ProgrammeVersion: approver definition number proposer
        Trading.ProviderType: provider type
        Trading.QuoteRegister: open policy policyVersion | counts
        Trading.ReferenceRegister: dueAt oldest published sales touched version
        Trading.ReferenceRegister.PublishedReference: finding version
        Trading.RoundState: awaits next
        Trading.SafetyRegister: hour orders policy version
        Trading.SubsidyClasses: applicants keys pairs table | known numbers ratedClasses ratedPairs
        Trading.SubsidyKey: attributes days founded legalPerson region rules sector size use
        Trading.SubsidyKey.Rules: programme version
        Trading.VerificationRegister: states
        """

    /// Of the two types that cannot be looked into while they run, by their declarations.
    private static let declared: [String: (written: Set<String>, made: Set<String>)] = [
        "Trading/Exchange/Exchange.swift": (
            [
                "sequence", "lastStamp", "frontier", "marketTime", "catalogue", "parties", "programmes", "orders",
                "leases", "payouts", "ledger", "lots", "pools", "caps", "subsidies", "pairs", "references", "batches",
                "due", "market", "halts", "safety", "verifications", "quotes", "bundles",
                "hourDue",
            ], ["draft", "leaf"]
        ),
        "Matching/Market/MarketBook.swift": (
            ["reaches", "pairs", "subsidies", "capacity", "rule"],
            [
                "clock", "zones", "types", "offerClasses", "requirements", "demandClasses", "offers", "offerNumbers",
                "demands", "demandNumbers", "buyers", "weeklyPrices", "offerQueues", "demandQueues", "lotSizes",
                "conditional", "frozen", "isHalted", "suspended", "quoted", "unitHours", "firstHour",
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
                    exchange.subsidies, exchange.pairs, exchange.references, exchange.batches, exchange.halts,
                    exchange.safety, exchange.verifications, exchange.quotes, exchange.bundles,
                    exchange.due,
                ] { walk.visit(register) }
            }
        }
        let known = Self.known.split(separator: "\n").map { line in
            let words = line.split { " :|".contains($0) }.map(String.init)
            return (words[0], Set(words.dropFirst()))
        }
        #expect(walk.properties == Dictionary(uniqueKeysWithValues: known))
    }
}

/// Collects the stored properties of all values of the state's own types that a value is made of.
private struct PropertyWalk {
    private(set) var properties: [String: Set<String>] = [:]

    mutating func visit(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        let name = String(reflecting: type(of: value)).replacing(/\(unknown context at [^)]*\)\./, with: "")
        let isOwn = ["Trading.", "Programmes.", "Accounting.", "Matching."].contains { name.hasPrefix($0) }
        switch mirror.displayStyle {
        case .struct:
            // The words of Domain have forms of their own, which RecordsTests hold.
            guard isOwn else { return }
            properties[name, default: []].formUnion(mirror.children.compactMap(\.label))
        case .enum: if !isOwn { return }
        default: break
        }
        for child in mirror.children.prefix(80) { visit(child.value) }
    }
}

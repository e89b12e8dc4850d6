import Domain
import Programmes
import Simulation
import Testing

/// Graphs as text: `P 60 A` is P holds 60 % of A, `M manages A`, `P family Q`, and so on.
struct RelationGraphTests {
    static let verbs: [Substring: RelationKind] = [
        "controls": .controlByAgreement, "joins": .jointControl, "influences": .significantInfluence,
        "common": .commonControl, "manages": .keyManager, "family": .closeFamily,
    ]

    /// Parties are letters, numbered from 1.
    func party(_ name: Substring) -> PartyID { PartyID(Int64(name.utf8.first! - 64)) }

    func graph(_ text: String) throws -> RelationGraph {
        var graph = RelationGraph()
        for fact in text.split(separator: ",") {
            let words = fact.split(separator: " ")
            if let kind = Self.verbs[words[1]] {
                graph.record(relation: kind, party(words[0]), party(words[2]))
            } else {
                let parts = words[1].split(separator: ".")
                let share = Int64(parts[0])! * 100 + (parts.count > 1 ? Int64(parts[1])! : 0)
                graph.record(Ownership(owner: party(words[0]), owned: party(words[2]), share: try BasisPoints(share)))
            }
        }
        return graph
    }

    @Test(arguments: [
        ("", PairRelation.none),
        ("A 25 B", .sameBeneficialOwner), ("A 24.99 B", .related), ("A 20 B", .related), ("A 19.99 B", .none),
        // A third party with 25 % of both.
        ("P 25 A, P 25 B", .sameBeneficialOwner), ("P 25 A, P 24.99 B", .none),
        ("P 100 A, P 20 B", .related),
        // Through a chain: 50 % of 50 %; and products summed over two paths.
        ("P 50 Q, Q 50 A, P 30 B", .sameBeneficialOwner),
        ("P 50 Q, Q 49.99 A, P 25 B", .none),
        ("P 50 Q, P 50 R, Q 25 A, R 25 A, P 25 B", .sameBeneficialOwner),
        // A circle of cross-holdings ends.
        ("P 10 Q, Q 90 R, R 90 Q, Q 20 A, P 60 B", .none),
        // Control goes up the chain by majorities although the product is small: 51 % of 51 % of 51 %.
        ("P 51 Q, Q 51 R, R 24 A, P 24 B", .none),
        ("P 51 Q, Q 51 R, R 51 A, P 51 B", .related),
        ("P 51 Q, Q 20 A, Q 51 B", .related),
        // By agreement, joint, influence, common control.
        ("A controls B", .related), ("P controls A, P controls B", .related), ("P joins A, P joins B", .related),
        ("A influences B", .related), ("P controls A, P influences B", .related), ("A common B", .related),
        ("P influences A, P influences B", .none),
        // Persons: managers and family.
        ("P manages A, P manages B", .related), ("P manages A, P controls B", .related),
        ("P manages A, P family Q, Q manages B", .related),
        ("P 51 A, P family Q, Q 51 B", .related),
        ("P manages A, P family Q, Q family R, R manages B", .none),
        // Not transitive: A–C and C–B are related, A–B are not.
        ("A 20 C, C 20 B", .none),
        ("A common C, C common B", .none),
    ])
    func relations(_ text: String, _ expected: PairRelation) throws {
        let graph = try graph(text.replacing(", ", with: ","))
        #expect(graph.relation(party("A"), party("B")) == expected)
        #expect(graph.relation(party("B"), party("A")) == expected)
    }

    @Test func aPartyIsOfItsOwnOwner() {
        #expect(RelationGraph().relation(PartyID(1), PartyID(1)) == .sameBeneficialOwner)
    }

    @Test func pairsOfAParty() throws {
        let graph = try graph("A 30 B,A 20 C,C 20 D,P manages A,P manages E,X 90 Y")
        let pairs = graph.nonFreePairs(of: party("A"))
        #expect(pairs.map(\.0) == [party("B"), party("C"), party("E"), party("P")])
        #expect(pairs.map(\.1) == [.sameBeneficialOwner, .related, .related, .related])
        #expect(graph.connected(to: party("Y")) == [party("X"), party("Y")])
    }

    @Test func aLaterShareReplacesAnEarlierOne() throws {
        let graph = try graph("A 30 B,A 10 B")
        #expect(graph.relation(party("A"), party("B")) == .none)
        var emptied = graph
        emptied.record(Ownership(owner: party("A"), owned: party("B"), share: .zero))
        #expect(emptied == RelationGraph())
    }

    /// A dense web of cross-holdings has more paths than anyone can walk: the answer is bounded, and errs to blocking.
    @Test func aWebOfHoldingsIsBounded() throws {
        var graph = RelationGraph()
        for owner in Int64(1)...16 {
            for owned in Int64(1)...16 where owner != owned {
                graph.record(
                    Ownership(owner: PartyID(owner), owned: PartyID(owned), share: try BasisPoints(600)))
            }
        }
        #expect(graph.relation(PartyID(1), PartyID(2)) == .sameBeneficialOwner)
    }

    /// The relation of random graphs is symmetric, and the pair list agrees with it.
    @Test func symmetric() throws {
        for seed in UInt64(1)...15 {
            var random = SeededGenerator(seed: seed)
            var graph = RelationGraph()
            for _ in 0..<14 {
                let (a, b) = (PartyID(random.number(1...8)), PartyID(random.number(1...8)))
                if random.chance(70), a != b {
                    graph.record(Ownership(owner: a, owned: b, share: try BasisPoints(random.number(0...10_000))))
                } else {
                    graph.record(relation: RelationKind.allCases.randomElement(using: &random)!, a, b)
                }
            }
            for a in Int64(1)...8 {
                let listed = graph.nonFreePairs(of: PartyID(a))
                for b in Int64(1)...8 where a != b {
                    let relation = graph.relation(PartyID(a), PartyID(b))
                    #expect(relation == graph.relation(PartyID(b), PartyID(a)), "seed \(seed): \(a) \(b)")
                    #expect(listed.first { $0.0 == PartyID(b) }?.1 ?? .none == relation, "seed \(seed): \(a) \(b)")
                }
            }
        }
    }
}

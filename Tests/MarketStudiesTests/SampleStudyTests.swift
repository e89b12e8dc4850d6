import Domain
import Foundation
import MarketStudies
import Matching
import ProgrammeFiles
import Records
import Simulation
import Testing
import Wording

@testable import WebPages
@testable import suanli

/// The study of the sample: its figures against sums over the journals that they came from, and the page itself.
struct SampleStudyTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Of the sample's offers and its first demands.
    private static func study(demands: Int = 300) throws -> MarketStudy {
        let sample = home + "/sample/"
        let lines = try String(contentsOfFile: sample + "demands.csv", encoding: .utf8).split(separator: "\n")
        let file = FileManager.default.temporaryDirectory.appending(path: "demands-\(UUID()).csv")
        try lines.prefix(1 + demands).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return MarketStudy(
            files: try MarketFiles(offers: sample + "offers.csv", demands: file.path),
            tables: try ReferenceTables(folder: home + "/sample"),
            programmes: try ProgrammeFile.all([sample + "programmes/chengdu.yaml"]),
            start: ZoneClock.utc.midnight(of: try CivilDate("2026-01-01")), noticeHours: 1, batchMinutes: 15,
            rules: [.clearing], surgeCopies: 20, surgePatience: 3, bandHours: 24, seed: 1
        ) { _ in }
    }

    /// A run's figures as somebody reads them who has the JSON alone.
    private struct Told {
        let values: [String: Any]

        init(_ run: Any) throws { values = try #require(run as? [String: Any]) }

        func number(_ group: String, _ name: String) throws -> Int64 {
            let members = try #require(values[group] as? [String: Any])
            return try #require(members[name] as? NSNumber).int64Value
        }
    }

    @Test func figuresAreSumsOverTheJournal() async throws {
        var sums: [JournalSums] = []
        let view = try await Self.study().view { run, _ in sums.append(JournalSums(run.market.records)) }
        let json = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(view)) as? [String: Any]
        let runs = try #require(json?["runs"] as? [Any]).map { try Told($0) }
        #expect(runs.count == 2 && sums.count == 2)
        for (told, sum) in zip(runs, sums) {
            #expect(try told.number("demands", "accepted") == sum.demands.count)
            #expect(try told.number("demands", "fills") == sum.fills.count)
            #expect(try told.number("demands", "filledMilli") == sum.fills.reduce(0) { $0 + $1.quantity.milli })
            #expect(try told.number("demands", "filledMilliUnitHours") == sum.unitHours)
            #expect(try told.number("demands", "filledWhole") == sum.waits.count)
            #expect(try told.number("money", "welfareFen") == sum.welfareFen)
            #expect(try told.number("money", "capacityFen") == sum.capacityFen)
            #expect(try told.number("money", "transferFen") == sum.transferFen)
            #expect(try told.number("money", "publicFen") == sum.publicFen)
            #expect(try told.number("fillSeconds", "median") == sum.waits[(sum.waits.count + 1) / 2 - 1])
            let hubs = try #require(told.values["hubs"] as? [[String: Any]])
            #expect(hubs.reduce(0) { $0 + (($1["milliUnitHours"] as? Int64) ?? 0) } == sum.unitHours)
            let ended = try #require(told.values["ended"] as? [String: Int64])
            #expect(ended.values.reduce(0, +) == Int64(sum.demands.count - sum.waits.count))
            let gain = try told.number("money", "buyersGainFen") + told.number("money", "providersGainFen")
            #expect(abs(gain - sum.welfareFen) <= 1)
            #expect(sum.publicFen > 0 && sum.welfareFen > 0)
        }
        // Who waits for a batch waits; at once is at once.
        #expect(sums[0].waits.last == 0 && (sums[1].waits.last ?? 0) > 0)
        #expect(try runs[1].number("money", "providersGainFen") > 0 && runs[0].number("money", "providersGainFen") == 0)
        try check(StudyPage(view).html, view)
    }

    @Test func everyDimensionHasWords() {
        for dimension in Dimension.allCases {
            for language in Language.allCases {
                #expect(Wording.dimension("\(dimension)", language) != "\(dimension)", "\(dimension) in \(language)")
            }
        }
    }

    @Test func everyWordIsInBothLanguages() {
        for word in StudyWord.allCases {
            for language in Language.allCases { #expect(!word.text(language).isEmpty, "\(word) in \(language)") }
        }
    }

    /// One document, whole and self-contained, the same in both languages.
    private func check(_ html: String, _ view: StudyView) throws {
        let ids = html.matches(of: #/\sid="([^"]+)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "an id occurs twice")
        for label in html.matches(of: /aria-labelledby="([^"]+)"/) {
            for id in label.1.split(separator: " ") { #expect(ids.contains(String(id))) }
        }
        #expect(!html.contains("http"), "nothing comes from elsewhere")
        let parts = html.components(separatedBy: "<div id=\"zh\"")
        try #require(parts.count == 2)
        for part in parts {
            #expect(part.components(separatedBy: "<svg").count - 1 == 4 + view.curves.count)
            #expect(part.components(separatedBy: "<desc").count == part.components(separatedBy: "<svg").count)
        }
        #expect(parts[0].contains("Average net price") && parts[1].contains("平均净价"))
    }
}

/// Sums over a journal's records, by nothing but the records.
private struct JournalSums {
    private(set) var demands: [DemandID: (terms: DemandTerms, at: Int64)] = [:]
    private(set) var fills: [Fill] = []
    /// Of demands filled whole, in seconds, ascending.
    private(set) var waits: [Int64] = []

    init(_ records: [Record]) {
        for record in records {
            let second = record.header.stamp.microseconds / 1_000_000
            for event in record.events {
                if case .demandAccepted(let demand, _) = event { demands[demand.id] = (demand.terms, second) }
                if case .filled(let fill) = event { fills.append(fill) }
                if case .demandClosed(let id, nil) = event { waits.append(second - (demands[id]?.at ?? 0)) }
            }
        }
        waits.sort()
    }

    var unitHours: Int64 { fills.reduce(0) { $0 + $1.quantity.milli * ($1.window.end - $1.window.start) } }
    var capacityFen: Int64 { fills.reduce(0) { $0 + $1.capacity.fen } }
    var transferFen: Int64 { fills.reduce(0) { $0 + $1.transfer.fen } }

    var publicFen: Int64 {
        fills.reduce(0) { sum, fill in
            sum + fill.shares.filter { $0.source != .own }.reduce(0) { $0 + $1.amount.fen }
        }
    }

    /// Hour by hour, in micro-yuan times milli-units, then to the fen.
    var welfareFen: Int64 {
        var sum: Int128 = 0
        for fill in fills {
            let limit = demands[fill.demand]?.terms.limit.microYuan ?? 0
            for _ in fill.window.start..<fill.window.end {
                sum += Int128(limit - fill.chargeTariff.microYuan) * Int128(fill.quantity.milli)
            }
            sum -= Int128(fill.askSum) * Int128(fill.quantity.milli)
        }
        let (fen, rest) = sum.quotientAndRemainder(dividingBy: 10_000_000)
        let isUp = rest > 5_000_000 || (rest == 5_000_000 && fen % 2 != 0)
        return Int64(fen) + (isUp ? 1 : 0)
    }
}

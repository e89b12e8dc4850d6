import Domain
import ExchangeAPI
import Testing
import Wording

@testable import WebPages

/// What the rounds would clear, as a page and as text.
struct RoundsPageTests {
    private func view(called: Bool = false, rows: Int64 = 2, code: String = "a100.8") throws -> RoundsView {
        let offers = (0..<rows).map { row in
            IndicatedOfferBody(
                OfferID(row + 1),
                BatchRun(
                    window: Window(unchecked: 490_000, 490_010), askSum: 205_000_000,
                    capacity: Quantity(unchecked: 4_000)),
                shadow: 250_000, volume: Quantity(unchecked: row == 0 ? 1_500 : 0), paysShadow: true)
        }
        let proof = BatchProof(welfare: 7_000, bound: 7_001, gap: 1, shadowPrices: [], boundPrices: [], scale: 1)
        let batch = IndicatedBatchBody(
            scope: BatchScope(
                zone: ZoneID(2), window: Window(unchecked: 490_000, 490_020), lot: try Quantity(1_000)),
            isCalled: called, members: 3, wantedMilli: 2_500, filledMilli: 1_500, isFinished: !called,
            certificate: CertificateBody(proof, rejected: 0), offers: offers)
        let times = RoundTimes(next: Stamp(hour: 489_990), keeps: nil, awaits: [])
        return RoundsView(
            sequence: 41,
            rounds: [
                BatchIndicationResource(zone: ZoneID(2), lot: try Quantity(1_000), times: times, batches: [batch])
            ],
            zones: [ZoneID(2): "hub"], offers: [OfferID(1): code])
    }

    @Test func thePageTellsPricesAndVolumes() throws {
        let page = RoundsPage(try view(code: "<a&b>"), .en).html
        for text in [
            "hub, lots of 1", "2025-11-24T06:00:00Z", "(to be called)", "<dd>1.5</dd>", "<td>20.50</td>",
            "<td>0.25</td>", "<td>20.75</td>", "<td>1.5 / 4</td>", "&lt;a&amp;b&gt;", "7001", "<strong>41</strong>",
        ] { #expect(page.contains(text), "\(text)") }
        // What sells nothing is no row, and what is proven to the end says nothing of steps.
        #expect(!page.contains("offer-2") && !page.contains("bound on the steps"))
        let chinese = RoundsPage(try view(called: true), .zh).html
        #expect(chinese.contains("已冻结") && chinese.contains("步数上限先到") && chinese.contains("lang=\"zh-CN\""))
    }

    @Test func theTextHasTheSameInColumns() throws {
        for language in Language.allCases {
            let lines = RoundsText(try view(), language).text.split(separator: "\n")
            let head = try #require(lines.firstIndex { $0.hasPrefix(RoundsWord.offer.text(language)) })
            #expect(lines[head + 1].hasPrefix("offer-1  "))
            let cells = lines[head + 1].split(separator: "  ").map { $0.filter { $0 != " " } }
            #expect(cells.dropFirst(2) == ["2025-11-24T16Z→2025-11-25T02Z", "20.50", "0.25", "20.75", "1.5/4"])
        }
    }

    @Test func nothingToClear() throws {
        #expect(RoundsPage(RoundsView(sequence: 1, rounds: []), .en).html.contains("no rounds"))
        let none = BatchIndicationResource(zone: ZoneID(2), lot: try Quantity(1_000), times: nil, batches: [])
        let view = RoundsView(sequence: 1, rounds: [none], leftOut: 3)
        let page = RoundsPage(view, .zh).html
        #expect(page.contains("现在没有可出清的需求") && page.contains("其余轮次从略") && page.contains("zone-2"))
        #expect(RoundsText(view, .en).text.contains("nothing to clear"))
        let unsold = RoundsPage(try self.view(rows: 0), .en).html
        #expect(unsold.contains("Nothing would be sold"))
    }

    @Test func manyRowsAreCut() throws {
        let body = try view().rounds[0].batches[0].offers[0]
        let batch = try view().rounds[0].batches[0]
        let many = IndicatedBatchBody(
            scope: BatchScope(zone: ZoneID(2), window: Window(unchecked: 490_000, 490_020), lot: try Quantity(1_000)),
            isCalled: false, members: batch.members, wantedMilli: batch.wantedMilli, filledMilli: batch.filledMilli,
            isFinished: true, certificate: batch.certificate, offers: Array(repeating: body, count: 103))
        let round = BatchIndicationResource(zone: ZoneID(2), lot: try Quantity(1_000), times: nil, batches: [many])
        let page = RoundsPage(RoundsView(sequence: 1, rounds: [round]), .en).html
        #expect(
            page.split(separator: "\n").count { $0.contains("<th scope=\"row\">") } == 100
                && page.contains("Rows left out: 3"))
    }
}

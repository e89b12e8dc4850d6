import Domain
import ExchangeAPI
import Identity
import Trading
import WebPages
import Wording

/// The first page, for a person with a browser.
enum PageEndpoints {
    static let all: [Endpoint] = [.get("/", .firstPage, query: ["lang"], first)]

    @Sendable private static func first(_ call: Call) async throws(ServiceFault) -> Answer {
        let chosen = call.query["lang"].map { Language(rawValue: $0) }
        if case .some(nil) = chosen { throw ServiceFault(.queryInvalid) }
        let language = (chosen ?? nil) ?? call.language
        let found = try await call.inspect { exchange in
            (glance: exchange.glance(mostTypes: 12), at: exchange.marketTime ?? exchange.lastStamp)
        }
        let view = MarketView(found.value.glance, at: Instant(found.value.at), sequence: found.sequence)
        var answer = Answer(
            mediaType: "text/html; charset=utf-8", body: Array(MarketPage(view, language).html.utf8),
            sequence: found.sequence)
        answer.language = language.rawValue
        return answer
    }
}

extension MarketView {
    fileprivate init(_ glance: MarketGlance, at: Instant, sequence: Int64) {
        self.init(
            at: at, sequence: sequence, offers: Int64(glance.offers), demands: Int64(glance.demands),
            fills: glance.fills, parties: Int64(glance.parties),
            types: glance.types.map { entry in
                TypeView(
                    id: entry.type.id, code: entry.type.terms.code, chip: entry.type.terms.chip,
                    levels: entry.levels.map(LevelBody.init))
            })
    }
}

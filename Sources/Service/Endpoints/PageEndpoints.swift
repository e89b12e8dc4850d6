import Domain
import ExchangeAPI
import Identity
import Trading
import WebPages
import Wording

/// The pages for a person with a browser.
enum PageEndpoints {
    static let all: [Endpoint] = [
        .get("/", .firstPage, query: ["lang"], first), .get("/batches", .batchPage, query: ["lang"], batches),
    ]

    /// What the rounds of the policy would clear.
    @Sendable private static func batches(_ call: Call) async throws(ServiceFault) -> Answer {
        let language = try language(call)
        // Waits for the record that is asked for.
        _ = try await call.inspect { $0.sequence }
        let sequence = try call.query.number("at_least", in: 0...Int64.max) ?? 0
        guard let view = await call.parts.rounds.view(atLeast: sequence) else {
            throw ServiceFault(ReadFault.unavailable("the state cannot be looked at"))
        }
        return page(RoundsPage(view, language).html, language, view.sequence)
    }

    private static func language(_ call: Call) throws(ServiceFault) -> Language {
        guard let chosen = call.query["lang"] else { return call.language }
        guard let language = Language(rawValue: chosen) else { throw ServiceFault(.queryInvalid) }
        return language
    }

    private static func page(_ html: String, _ language: Language, _ sequence: Int64) -> Answer {
        var answer = Answer(mediaType: "text/html; charset=utf-8", body: Array(html.utf8), sequence: sequence)
        answer.language = language.rawValue
        return answer
    }

    @Sendable private static func first(_ call: Call) async throws(ServiceFault) -> Answer {
        let language = try language(call)
        let found = try await call.inspect { exchange in
            (glance: exchange.glance(mostTypes: 12), at: exchange.marketTime ?? exchange.lastStamp)
        }
        let view = MarketView(found.value.glance, at: Instant(found.value.at), sequence: found.sequence)
        return page(MarketPage(view, language).html, language, found.sequence)
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

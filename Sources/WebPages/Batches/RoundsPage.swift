import ExchangeAPI
import Wording

/// The page of indicative prices: what each round of the policy would clear, in one language.
public struct RoundsPage: Sendable {
    private let view: RoundsView
    private let language: Language

    public init(_ view: RoundsView, _ language: Language) {
        self.view = view
        self.language = language
    }

    private func word(_ word: RoundsWord) -> String { escaped(word.text(language)) }

    /// The whole document. Complexity: O(runs of the batches).
    public var html: String {
        let other: (language: Language, name: String) = language == .zh ? (.en, "English") : (.zh, "中文")
        return """
            <!doctype html>
            <html lang="\(language == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(word(.title))</title>
            <style>\(MarketPage.style)
            .wide td,.wide tbody th{white-space:nowrap}
            .wide td:nth-child(2){white-space:normal;min-width:8rem}
            .wide thead th{overflow-wrap:normal}</style>
            </head>
            <body>
            <header>
            <h1>\(word(.title))</h1>
            <p>\(word(.lead))</p>
            <p><a href="/?lang=\(language.rawValue)">\(word(.market))</a> · \
            <a href="/batches?lang=\(other.language.rawValue)" hreflang="\(other.language.rawValue)" \
            lang="\(other.language.rawValue)">\(other.name)</a></p>
            </header>
            <main>
            \(view.rounds.isEmpty ? "<p>\(word(.noRounds))</p>" : view.rounds.enumerated().map(round).joined(separator: "\n"))
            \(view.leftOut > 0 ? "<p>\(word(.moreRounds)) \(view.leftOut)</p>" : "")
            </main>
            <footer>
            <p><small>\(word(.units))</small></p>
            <p>\(word(.asOf)) <strong>\(view.sequence)</strong></p>
            </footer>
            </body>
            </html>
            """
    }

    private func round(_ position: Int, _ round: BatchIndicationResource) -> String {
        let name = view.zones[round.zone] ?? "\(round.zone)"
        let batches = round.batches.enumerated().map { batch("\(position)-\($0)", $1) }
        return """
            <section aria-labelledby="round-\(position)">
            <h2 id="round-\(position)">\(escaped(name)), \(word(.lot)) \(Figures.units(round.lotMilli))</h2>
            \(times(round))
            \(batches.isEmpty ? "<p>\(word(.nothing))</p>" : batches.joined(separator: "\n"))
            </section>
            """
    }

    private func times(_ round: BatchIndicationResource) -> String {
        guard let times = round.round else { return "" }
        let keeps = times.noCancelFrom.map { " · \(word(.stays)) \(time($0))" } ?? ""
        return "<p>\(word(.next)) \(time(times.next))\(keeps)</p>"
    }

    private func time(_ instant: Instant) -> String {
        let text = Instant.text(of: instant.stamp)
        return "<time datetime=\"\(text)\">\(text)</time>"
    }

    private func batch(_ id: String, _ batch: IndicatedBatchBody) -> String {
        let figures = [
            (RoundsWord.members, Figures.count(batch.members)), (.wanted, Figures.units(batch.wantedMilli)),
            (.filled, Figures.units(batch.filledMilli)), (.unfilled, Figures.units(batch.unfilledMilli)),
        ].map { "<div><dt>\(word($0.0))</dt><dd>\($0.1)</dd></div>" }
        let certificate = batch.certificate
        return """
            <h3 id="batch-\(id)">\(SoldRow.span(batch.from, batch.until)) (\(word(batch.called ? .called : .toCome)))</h3>
            <dl>\(figures.joined())</dl>
            \(table(id, batch.rows(view)))
            <p><small>\(word(.welfare)) \(certificate.primal), \(word(.bound)) \(certificate.dual)\
            \(batch.finished ? "" : ". " + word(.unfinished))</small></p>
            """
    }

    private func table(_ id: String, _ rows: [SoldRow]) -> String {
        guard !rows.isEmpty else { return "<p>\(word(.nothingSold))</p>" }
        let heads = RoundsWord.columns.map { "<th scope=\"col\">\(word($0))</th>" }
        let shown = rows.prefix(RoundsView.mostRows).map { row in
            let cells = row.cells.map(escaped)
            return "<tr><th scope=\"row\">\(cells[0])</th>\(cells.dropFirst().map { "<td>\($0)</td>" }.joined())</tr>"
        }
        let more = rows.count - shown.count
        return """
            <div class="wide" role="region" aria-labelledby="batch-\(id)" tabindex="0"><table>
            <thead><tr>\(heads.joined())</tr></thead>
            <tbody>
            \(shown.joined(separator: "\n"))
            </tbody>
            </table></div>
            \(more > 0 ? "<p>\(word(.more)) \(more)</p>" : "")
            """
    }
}

extension RoundsWord {
    static let columns: [RoundsWord] = [.offer, .instanceType, .hours, .ask, .shadow, .price, .sold]
}

import Domain
import ExchangeAPI
import Wording

/// The first page: the market at a glance, in one language, without any resource from elsewhere.
public struct MarketPage: Sendable {
    private let view: MarketView
    private let language: Language
    private let words: MarketWords

    public init(_ view: MarketView, _ language: Language) {
        self.view = view
        self.language = language
        words = MarketWords(language)
    }

    /// The whole document. Complexity: O(types × levels of the first).
    public var html: String {
        """
        <!doctype html>
        <html lang="\(language == .zh ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(words.title))</title>
        <style>\(MarketPage.style)</style>
        </head>
        <body>
        <header>
        <h1>\(escaped(words.title))</h1>
        <p>\(escaped(words.lead))</p>
        <p><a href="/batches?lang=\(language.rawValue)">\(escaped(RoundsWord.title.text(language)))</a> · \
        <a href="/?lang=\(otherLanguage.rawValue)" hreflang="\(otherLanguage.rawValue)" lang="\(otherLanguage.rawValue)">\(escaped(words.other))</a></p>
        </header>
        <main>
        \(totals)
        <section aria-labelledby="types">
        <h2 id="types">\(escaped(words.open))</h2>
        \(view.types.isEmpty ? "<p>\(escaped(words.empty))</p>" : chart + table)
        </section>
        </main>
        <footer>
        <p>\(escaped(words.asOf)) <strong>\(view.sequence)</strong>, <time datetime="\(time)">\(time)</time></p>
        <p>\(escaped(words.machine)): <a href="/openapi.json">openapi.json</a>, <a href="/v1/log/checkpoint">checkpoint</a></p>
        </footer>
        </body>
        </html>
        """
    }

    private var otherLanguage: Language { language == .zh ? .en : .zh }
    private var time: String { Instant.text(of: view.at.stamp) }

    private var totals: String {
        let pairs = [
            (words.offers, view.offers), (words.demands, view.demands), (words.fills, view.fills),
            (words.parties, view.parties),
        ]
        let items = pairs.map { "<div><dt>\(escaped($0.0))</dt><dd>\(Figures.count($0.1))</dd></div>" }
        return "<dl>\(items.joined())</dl>"
    }

    private var chart: String {
        let first = view.types[0]
        let title = "\(words.chart) \(first.code)"
        let text = first.levels.prefix(20).map {
            "\(Figures.units($0.quantityMilli)) @ \(Figures.yuan($0.priceMicroYuan))"
        }
        let drawing = DepthChart(
            levels: first.levels, title: title, description: text.joined(separator: "; "), priceLabel: words.price,
            quantityLabel: words.quantity)
        return "<figure>\(drawing.svg)<figcaption>\(escaped(title))</figcaption></figure>"
    }

    private var table: String {
        let heads = [words.instanceType, words.chip, words.lowest, words.quantity, words.listings]
        let columns = heads.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let rows = view.types.map { type in
            """
            <tr><th scope="row">\(escaped(type.code))</th><td>\(escaped(type.chip?.text ?? "–"))</td>\
            <td>\(Figures.yuan(type.levels[0].priceMicroYuan))</td><td>\(Figures.units(type.quantityMilli))</td>\
            <td>\(Figures.count(type.orders))</td></tr>
            """
        }
        return """
            <div class="wide" role="region" aria-labelledby="types" tabindex="0"><table>
            <thead><tr>\(columns)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table></div>
            <p><small>\(escaped(words.unitNote))</small></p>
            """
    }
}

import Wording

/// The study of a market as one document, in both languages, without any resource from elsewhere.
///
/// The Chinese part is shown first; a link shows the other in its place, without a script.
public struct StudyPage: Sendable {
    private let view: StudyView

    public init(_ view: StudyView) { self.view = view }

    /// The whole document. Complexity: O(values).
    public var html: String {
        let title = [Language.zh, .en].map { StudyWord.title.text($0) }.joined(separator: " · ")
        return """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
            <style>\(MarketPage.style)
            \(StudyPage.style)</style>
            </head>
            <body>
            \(StudyPart(view, .en).html)
            \(StudyPart(view, .zh).html)
            </body>
            </html>
            """
    }

    /// English is shown where it is the target, Chinese where it is not.
    private static let style = """
        body{max-width:72rem}
        #en{display:none}
        #en:target{display:block}
        #en:target~#zh{display:none}
        .pictures{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}
        svg{font-size:12.5px;max-width:35rem}
        svg text.value{font-size:11px}
        .s0{fill:#2a7;color:#2a7}.s1{fill:#c52;color:#c52}.s2{fill:#36c;color:#36c}
        .s3{fill:#a3a;color:#a3a}.s4{fill:#a80;color:#a80}.s5{fill:#088;color:#088}
        .tick{fill:none;stroke:#8884}
        figcaption{font-weight:bold}
        path.line{fill:none;stroke:currentColor}
        .key i{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 .8em;background:currentColor}
        th:nth-child(2),td:nth-child(2){text-align:right}
        tbody th{font-weight:normal;text-align:left}
        code{font-size:.8em}
        """
}

/// The study in one language.
struct StudyPart {
    let view: StudyView
    let language: Language

    init(_ view: StudyView, _ language: Language) {
        self.view = view
        self.language = language
    }

    var html: String {
        let other: Language = language == .zh ? .en : .zh
        return """
            <div id="\(language)" lang="\(language == .zh ? "zh-CN" : "en")">
            <header>
            <h1>\(say(.title))</h1>
            <p>\(say(.lead))</p>
            <p><a href="#\(other)" hreflang="\(other)" lang="\(other)">\(say(.other))</a></p>
            </header>
            <main>
            \(section("runs", .runs, figures))
            \(section("curves", .curves, "<div class=\"pictures\">\(curves)</div><p><small>\(say(.curveNote))</small></p>"))
            <section class="pictures">
            \(picture("hubs", .hubs, hubs))
            \(picture("welfare", .welfareByRun, welfare))
            </section>
            \(policies)
            \(surge)
            \(bands)
            \(section("unfilled", .unfilled, unfilled))
            \(section("ended", .ended, ended))
            </main>
            <footer>
            \(section("notes", .notes, notes))
            </footer>
            </div>
            """
    }

    func say(_ word: StudyWord) -> String { escaped(word.text(language)) }

    func section(_ id: String, _ title: StudyWord, _ body: String) -> String {
        """
        <section aria-labelledby="\(language)-\(id)">
        <h2 id="\(language)-\(id)">\(say(title))</h2>
        \(body)
        </section>
        """
    }

    func picture(_ id: String, _ title: StudyWord, _ chart: (_ id: String, _ title: String) -> String) -> String {
        let drawing = chart("\(language)-\(id)-chart", title.text(language))
        return "<figure><figcaption>\(say(title))</figcaption>\(drawing)</figure>"
    }

    private var notes: String {
        let refused = view.rowsRefused.sorted { $0.key < $1.key }.map { "\($0.key): \(Figures.count($0.value))" }
        let files = "\(view.offers), \(view.demands)" + (refused.isEmpty ? "" : " (\(refused.joined(separator: "; ")))")
        return """
            <p>\(say(.tariffNote))</p>
            <p>\(say(.clockNote))\(view.noticeHours)</p>
            <p>\(say(.sources)): \(escaped(files))</p>
            """
    }

    /// As `batch, clearing`.
    func name(_ run: RunName) -> String {
        let lane: StudyWord = run.lane == "now" ? .now : .batch
        let rules: [String: StudyWord] = ["listed": .listed, "resting": .resting, "clearing": .clearing]
        let rule = rules[run.priceRule] ?? .listed
        return lane.text(language) + (language == .zh ? "，" : ", ") + rule.text(language)
    }

    var names: [String] { view.runs.map { name($0.name) } }
}

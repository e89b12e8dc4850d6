import Domain
import Matching
import MatchingOracle

/// A market as a text that a trader could review: a command a line, and behind a bar what it must do.
///
///     offer O1 10 @ 200
///     offer O2 5 @ 205 by P2
///     demand D1 12 @ 210 | O1 10 @ 200, O2 2 @ 205
///     demand D2 5 @ 210 aon | rests 5
///     offer O3 2 @ 190 | D2 O3 2 @ 190, D2 O2 3 @ 205
///
/// Quantities are whole units (SCU, to three digits, where a demand says `scu fp16`), prices micro-yuan per unit-hour (the mean over the hours). An offer stands for hours
/// 0-24 in zone z7 by P1 unless it says otherwise, a demand asks for hours 0-4 at home in z7 for B1. Behind the bar
/// stand fills, with the hours where these were chosen, and what became of each demand; a demand that is filled whole says no more. Everything is done by the
/// engine and by the naive market, which must both do what stands there.
struct MarketScript {
    let rule: PriceRule
    private(set) var links: [Link] = []
    private(set) var rates: [SubsidyTable.Rate] = []
    private(set) var steps: [Step] = []

    struct Step {
        let text: String
        let subject: String
        let command: OracleCommand
        let expected: String
    }

    init(_ text: String, rule: PriceRule) throws {
        self.rule = rule
        for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) { try read(String(line)) }
    }

    private mutating func read(_ line: String) throws {
        let parts = line.split(separator: "|", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
        let words = parts[0]
        let expected = parts.count > 1 ? parts[1].joined(separator: " ") : ""
        switch words[0] {
        case "link": links.append(try ScriptLine(words).link())
        case "rate": rates.append(try ScriptLine(words).rate())
        default:
            let command = try ScriptLine(words).command(place: Int64(steps.count) + 1, links: links)
            steps.append(Step(text: line, subject: words[1], command: command, expected: expected))
        }
    }

    func run(_ report: (_ step: Step, _ found: String, _ naive: String, _ violations: [String]) -> Void) throws {
        let (zones, types) = (try GeneratedCatalogue.zones(), try GeneratedCatalogue.types())
        let chips = try GeneratedCatalogue.conversions()[0]
        var engine = EngineMarket(
            rule: rule, zones: zones, networks: [links], conversions: [chips], types: types, rates: rates)
        let oracle = OracleMarket(rule: rule, zones: zones, types: types) { _, _ in true }
        oracle.use(rates)
        oracle.conversions = [(links: links, chips: chips)]
        var choosing: Set<DemandID> = []
        for step in steps {
            if case .submit(let entry) = step.command, entry.demand.terms.chosenHours != nil {
                choosing.insert(entry.demand.id)
            }
            let found = engine.apply(step.command)
            let naive = oracle.apply(step.command)
            report(step, text(found, step, choosing), text(naive, step, choosing), engine.violations())
        }
    }

    private func text(_ events: [OracleEvent], _ step: Step, _ choosing: Set<DemandID>) -> String {
        events.compactMap { event in
            switch event {
            case .complete, .called, .quoted, .cut: nil
            case .froze(let offer, _, let milli, _): "O\(offer.number) freezes \(units(milli))"
            case .filled(let demand, let offer, let window, let milli, _, let price, _, let isRelated):
                "\(name(demand, step))O\(offer.number) \(units(milli)) @ \(price / window.hours)"
                    + (choosing.contains(demand) ? " in \(hours(window))" : "")
                    + (isRelated ? " related" : "")
            case .rests(let demand, let milli): "\(name(demand, step))rests \(units(milli))"
            case .cancelled(let demand, let reason): "\(name(demand, step))cancelled \(reason.rawValue)"
            case .withdrawn(let offer): "O\(offer.number) withdrawn"
            case .refused(let reason): "refused \(reason.rawValue)"
            }
        }.joined(separator: ", ")
    }

    private func name(_ demand: DemandID, _ step: Step) -> String {
        step.subject == "D\(demand.number)" ? "" : "D\(demand.number) "
    }

    private func hours(_ window: Window) -> String {
        "\(window.start - GeneratedHistory.firstHour)-\(window.end - GeneratedHistory.firstHour)"
    }

    private func units(_ milli: Int64) -> String {
        milli % 1000 == 0 ? "\(milli / 1000)" : "\(milli / 1000).\(String(milli % 1000 + 1000).dropFirst())"
    }
}

import ExchangeAPI
import Wording

extension StudyPart {
    var policies: String {
        guard let view = view.policies else { return "" }
        let names = view.policies.map { name(of: $0.levels) }
        let chart = picture("policies", .welfareByPolicy) { id, title in
            let groups = zip(names, view.policies).map { BarChart.Group(name: $0, values: [max(0, $1.welfareFen)]) }
            return BarChart(id: id, title: title, series: [], groups: groups) { Figures.wholeYuan($0) }.svg
        }
        let rows = zip(names, view.policies).map { name, policy in
            [
                name, policy.unitsByLevel.map(Figures.count).joined(separator: " + "),
                Figures.percent(policy.units, of: view.unitsWanted), Figures.wholeYuan(policy.welfareFen),
                Figures.wholeYuan(policy.policyTariffFen), Figures.wholeYuan(policy.valueFen),
                Figures.percent(policy.shareMillionths, of: 1_000_000),
            ]
        }
        let heads: [StudyWord] = [.policy, .unitsByLevel, .wanted, .welfare, .policyTariff, .value, .ofNation]
        let book =
            "\(say(.book)): \(Instant.text(of: view.hour.stamp)), \(Figures.count(view.demands)) \(say(.demandsHere)), "
            + "\(Figures.count(view.offers)) \(say(.offersHere))"
        return section(
            "policy", .policies,
            "<div class=\"pictures\">\(chart)</div>" + table(heads: heads.map { $0.text(language) }, rows: rows)
                + "<p><small>\(say(.policyNote)) \(book)</small></p>")
    }

    var surge: String {
        guard let view = view.surge else { return "" }
        let names = view.reaches.map { levelName($0.level) }
        let key = names.enumerated().map { "<i class=\"s\($0)\"></i>\(escaped($1))" }.joined()
        let title = StudyWord.filledByHour.text(language)
        let lines = zip(names, view.reaches).map { ProgressChart.Line(name: $0, counts: $1.filledByHour) }
        let chart = ProgressChart(
            id: "\(language)-surge-chart", title: title, lines: lines, most: max(1, view.demands),
            stepLabel: StudyWord.hours.text(language))
        let rows = zip(names, view.reaches).map { name, reach in
            [
                name, Figures.count(reach.filled), Figures.percent(reach.filled, of: view.demands),
                reach.fillSeconds.median.map(Figures.duration) ?? "–",
                reach.fillSeconds.p90.map(Figures.duration) ?? "–",
                reach.priceMicroYuan.map(Figures.yuan) ?? "–",
            ]
        }
        let heads: [StudyWord] = [.reach, .whole, .share, .median, .p90, .gross]
        let home = language == .zh ? view.chinese : view.english
        let burst =
            "\(escaped(home)): \(Figures.count(view.demands)) \(say(.demandsHere)) (× \(view.copies)), "
            + "\(view.patienceHours) \(say(.hours))"
        return section(
            "surge", .surge,
            "<div class=\"pictures\"><figure><figcaption class=\"key\">\(escaped(title))\(key)</figcaption>"
                + "\(chart.svg)</figure></div>" + table(heads: heads.map { $0.text(language) }, rows: rows)
                + "<p><small>\(say(.surgeNote)) \(burst)</small></p>")
    }

    var bands: String {
        guard let view = view.bands else { return "" }
        let counts: [(StudyWord, String)] = [
            (.rested, Figures.count(view.rested)), (.told, Figures.count(view.told)),
            (.bandFilled, Figures.count(view.filled)), (.before, Figures.percent(view.before, of: view.filled)),
            (.within, Figures.percent(view.within, of: view.filled)),
            (.after, Figures.percent(view.after, of: view.filled)),
        ]
        return section(
            "bands", .bands,
            table(
                heads: [StudyWord.measure, .value].map { $0.text(language) },
                rows: counts.map { [$0.0.text(language), $0.1] })
                + "<p><small>\(say(.bandNote)) \(view.hoursLater) \(say(.hours)); \(say(.seed)) \(view.seed)</small></p>"
        )
    }

    /// As `hub → nation`.
    private func name(of levels: [String]) -> String { levels.map(levelName).joined(separator: " → ") }

    private func levelName(_ level: String) -> String {
        let words: [String: StudyWord] = [
            "nation": .nation, "hub": .hub, "province": .province, "city": .city, "edge": .edge,
        ]
        return (words[level] ?? .nation).text(language)
    }
}

import Wording

extension StudyPart {
    var curves: String {
        view.curves.map { curve in
            let kind = kindWord(curve.kind)
            let key = [StudyWord.supply, .demand].enumerated()
                .map { "<i class=\"s\($0)\"></i>\(say($1))" }.joined()
            let chart = CurveChart(
                id: "\(language)-\(curve.kind)-chart",
                title: "\(StudyWord.curves.text(language)): \(kind.text(language))",
                curves: [
                    CurveChart.Curve(name: StudyWord.supply.text(language), points: curve.supply),
                    CurveChart.Curve(name: StudyWord.demand.text(language), points: curve.demand),
                ], priceLabel: StudyWord.price.text(language), quantityLabel: StudyWord.quantity.text(language))
            return "<figure><figcaption class=\"key\">\(say(kind))\(key)</figcaption>\(chart.svg)</figure>"
        }.joined(separator: "\n")
    }

    private func kindWord(_ kind: String) -> StudyWord {
        let words: [String: StudyWord] = ["cpu": .cpu, "storage": .storage, "network": .network]
        return words[kind] ?? .accelerator
    }

    func hubs(id: String, title: String) -> String {
        let hubs = view.runs.first?.hubs ?? []
        let groups = hubs.indices.map { position in
            BarChart.Group(
                name: name(hubs[position]), values: view.runs.map { $0.hubs[position].milliUnitHours })
        }
        return BarChart(id: id, title: title, series: names, groups: groups) { Figures.rounded($0) }.svg
    }

    func welfare(id: String, title: String) -> String {
        let groups = view.runs.map { run in
            BarChart.Group(name: name(run.name), values: [max(0, run.money.welfareFen)])
        }
        return BarChart(id: id, title: title, series: [], groups: groups) { Figures.wholeYuan($0) }.svg
    }

    func name(_ hub: HubView) -> String {
        (language == .zh ? hub.chinese : hub.english) ?? StudyWord.elsewhere.text(language)
    }
}

import Domain
import Wording

extension StudyPart {
    /// A column for each run, a row for each measure.
    var figures: String {
        table(heads: [StudyWord.measure.text(language)] + names, rows: demandRows + moneyRows + waitRows + journalRows)
    }

    private var demandRows: [[String]] {
        [
            row(.accepted) { Figures.count($0.demands.accepted) },
            row(.refused) { Figures.count($0.demands.refused) },
            row(.whole) { Figures.count($0.demands.filledWhole) },
            row(.partly) { Figures.count($0.demands.filledPartly) },
            row(.units) { Figures.units($0.demands.filledMilli) },
            row(.unitHours) { Figures.units($0.demands.filledMilliUnitHours) },
            row(.wanted) { Figures.percent($0.demands.filledMilliUnitHours, of: $0.demands.wantedMilliUnitHours) },
        ]
    }

    private var moneyRows: [[String]] {
        [
            row(.welfare) { Figures.wholeYuan($0.money.welfareFen) },
            row(.buyers) { Figures.wholeYuan($0.money.buyersGainFen) },
            row(.providers) { Figures.wholeYuan($0.money.providersGainFen) },
            row(.policyTariff) { Figures.wholeYuan($0.money.policyTariffFen) },
            row(.capacity) { Figures.wholeYuan($0.money.capacityFen) },
            row(.transfer) { Figures.wholeYuan($0.money.transferFen) },
            row(.publicMoney) { Figures.wholeYuan($0.money.publicFen) },
            row(.gross) { $0.money.grossPriceMicroYuan.map(Figures.yuan) ?? "–" },
            row(.net) { $0.money.netPriceMicroYuan.map(Figures.yuan) ?? "–" },
        ]
    }

    private var waitRows: [[String]] {
        [
            row(.median) { $0.fillSeconds.median.map(Figures.duration) ?? "–" },
            row(.p90) { $0.fillSeconds.p90.map(Figures.duration) ?? "–" },
            row(.longest) { $0.fillSeconds.longest.map(Figures.duration) ?? "–" },
        ]
    }

    private var journalRows: [[String]] {
        [
            row(.batches) { Figures.count($0.batches) },
            row(.records) { Figures.count($0.journal.records) },
            row(.root) { String($0.journal.root.prefix(16)) },
        ]
    }

    private func row(_ word: StudyWord, _ value: (RunView) -> String) -> [String] {
        [word.text(language)] + view.runs.map(value)
    }

    /// Of plain texts; the first of each row names it.
    func table(heads: [String], rows: [[String]]) -> String {
        let columns = heads.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let lines = rows.map { cells in
            "<tr><th scope=\"row\">\(escaped(cells[0]))</th>"
                + cells.dropFirst().map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
        }
        return """
            <div class="wide" role="region" aria-label="\(escaped(heads[0]))" tabindex="0"><table>
            <thead><tr>\(columns)</tr></thead>
            <tbody>
            \(lines.joined(separator: "\n"))
            </tbody>
            </table></div>
            """
    }

    /// What kept demands unfilled, with the number of those that take more than one change last.
    var unfilled: String {
        causeTable(view.runs.map(\.unfilledBy)) { code in
            code == "several" ? StudyWord.several.text(language) : Wording.dimension(code, language)
        }
    }

    var ended: String {
        causeTable(view.runs.map { $0.ended.merging($0.refused, uniquingKeysWith: +) }) { code in
            Reason.allCases.first { $0.code == code }.map { Wording.sentence($0, language) } ?? code
        }
    }

    /// Counts by cause: those that count most in the first run first.
    private func causeTable(_ runs: [[String: Int64]], _ name: (String) -> String) -> String {
        let codes = Set(runs.flatMap(\.keys)).sorted { left, right in
            (runs[0][right] ?? 0, left) < (runs[0][left] ?? 0, right)
        }
        return table(
            heads: [StudyWord.measure.text(language)] + names,
            rows: codes.map { code in [name(code)] + runs.map { Figures.count($0[code] ?? 0) } })
    }
}

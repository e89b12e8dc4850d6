import ExchangeAPI
import Wording

/// The same as the page of indicative prices, as plain text for a terminal.
public struct RoundsText: Sendable {
    private let view: RoundsView
    private let language: Language

    public init(_ view: RoundsView, _ language: Language) {
        self.view = view
        self.language = language
    }

    private func word(_ word: RoundsWord) -> String { word.text(language) }

    public var text: String {
        let rounds = view.rounds.isEmpty ? [word(.noRounds)] : view.rounds.flatMap(lines)
        return ([word(.title)] + rounds + [word(.units), "\(word(.asOf)) \(view.sequence)"]).joined(separator: "\n")
    }

    private func lines(_ round: BatchIndicationResource) -> [String] {
        let name = view.zones[round.zone] ?? "\(round.zone)"
        let next = round.round.map { ", \(word(.next)) \(Instant.text(of: $0.next.stamp))" } ?? ""
        let head = "\(name), \(word(.lot)) \(Figures.units(round.lotMilli))\(next)"
        return ["", head] + (round.batches.isEmpty ? [word(.nothing)] : round.batches.flatMap(lines)) + [""]
    }

    private func lines(_ batch: IndicatedBatchBody) -> [String] {
        let figures = [
            (RoundsWord.members, Figures.count(batch.members)), (.wanted, Figures.units(batch.wantedMilli)),
            (.filled, Figures.units(batch.filledMilli)), (.unfilled, Figures.units(batch.unfilledMilli)),
            (.welfare, batch.certificate.primal), (.bound, batch.certificate.dual),
        ].map { "\(word($0.0)) \($0.1)" }
        let rows = batch.rows(view)
        return [
            "\(SoldRow.span(batch.from, batch.until)) (\(word(batch.called ? .called : .toCome)))",
            figures.joined(separator: ", "),
        ] + (batch.finished ? [] : [word(.unfinished)]) + (rows.isEmpty ? [word(.nothingSold)] : table(rows))
    }

    /// Columns that are as wide as their widest cell, where a Chinese character takes two places.
    private func table(_ rows: [SoldRow]) -> [String] {
        let lines = [RoundsWord.columns.map(word)] + rows.map(\.cells)
        let widths = RoundsWord.columns.indices.map { column in lines.map { width($0[column]) }.max() ?? 0 }
        return lines.map { cells in
            zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined(separator: "  ")
        }
    }

    private func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
    }
}

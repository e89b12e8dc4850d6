/// How several counts grow over equal steps of time, as SVG.
struct ProgressChart {
    struct Line {
        let name: String
        /// After each step; none negative.
        let counts: [Int64]
    }

    let id: String
    let title: String
    let lines: [Line]
    /// The upper end; positive.
    let most: Int64
    let stepLabel: String

    var svg: String {
        let texts = lines.map { "\($0.name): \($0.counts.map(Figures.count).joined(separator: ", "))" }
        let picture = Picture(
            id: id, title: title, description: texts.joined(separator: "; "), frame: (frame.width, frame.height))
        let paths = lines.enumerated().map { "<path class=\"line s\($0)\" d=\"\(outline($1.counts))\"/>" }
        let marks = (0...4).map { most * Int64($0) / 4 }.map { mark in
            """
            <path class="tick" d="M\(frame.x(0)) \(frame.y(mark))H\(frame.x(frame.mostX))"/>\
            <text class="value" x="\(frame.x(0) - 4)" y="\(frame.y(mark) + 4)" text-anchor="end">\(Figures.count(mark))</text>
            """
        }
        return picture.svg(
            """
            \(marks.joined(separator: "\n"))
            \(paths.joined(separator: "\n"))
            \(frame.axes)
            <text x="\(frame.x(frame.mostX))" y="\(frame.height - 12)" text-anchor="end">\(Figures.count(frame.mostX)) \(escaped(stepLabel))</text>
            """)
    }

    private var frame: ChartFrame {
        ChartFrame(
            width: 420, height: 260, margin: 40, mostX: Int64(max(1, lines.map(\.counts.count).max() ?? 1)), mostY: most
        )
    }

    private func outline(_ counts: [Int64]) -> String {
        var path = "M\(frame.x(0)) \(frame.y(0))"
        for (step, count) in counts.enumerated() { path += "V\(frame.y(count))H\(frame.x(Int64(step) + 1))" }
        return path
    }
}

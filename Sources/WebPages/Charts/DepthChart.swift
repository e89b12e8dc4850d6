import ExchangeAPI

/// The supply curve of one class: price upwards, cumulated quantity to the right, as SVG.
///
/// Drawn from the values alone; the same values stand in the table beside it for those who cannot see it.
struct DepthChart {
    /// Cheapest first, never empty.
    let levels: [LevelBody]
    let title: String
    let description: String
    let priceLabel: String
    let quantityLabel: String

    var svg: String {
        Picture(id: "chart", title: title, description: description, frame: (frame.width, frame.height)).svg(
            """
            <path class="area" d="\(outline)L\(frame.x(total)) \(frame.y(0))L\(frame.x(0)) \(frame.y(0))Z"/>
            <path class="line" d="\(outline)"/>
            \(frame.axes)
            <text x="\(frame.x(0))" y="18">\(escaped(priceLabel)) \(Figures.yuan(highest))</text>
            <text x="\(frame.x(total))" y="\(frame.height - 8)" text-anchor="end">\(escaped(quantityLabel)) \(Figures.units(total))</text>
            """)
    }

    private var frame: ChartFrame { ChartFrame(width: 640, height: 240, margin: 28, mostX: total, mostY: highest) }
    private var total: Int64 { max(1, levels.reduce(0) { $0 + $1.quantityMilli }) }
    private var highest: Int64 { max(1, levels.map(\.priceMicroYuan).max() ?? 1) }

    /// A step for each level, from the left.
    private var outline: String {
        var (path, cumulated) = ("M\(frame.x(0)) \(frame.y(levels[0].priceMicroYuan))", Int64(0))
        for level in levels {
            cumulated += level.quantityMilli
            path += "V\(frame.y(level.priceMicroYuan))H\(frame.x(cumulated))"
        }
        return path
    }
}

import Domain
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

    private static let width: Int64 = 640
    private static let height: Int64 = 240
    /// Room for the axes' labels.
    private static let margin: Int64 = 28

    var svg: String {
        """
        <svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-labelledby="chart-title chart-text">
        <title id="chart-title">\(escaped(title))</title>
        <desc id="chart-text">\(escaped(description))</desc>
        <path class="area" d="\(outline)L\(x(total)) \(y(0))L\(x(0)) \(y(0))Z"/>
        <path class="line" d="\(outline)"/>
        <path class="axis" d="M\(x(0)) \(y(highest))V\(y(0))H\(x(total))"/>
        <text x="\(x(0))" y="18">\(escaped(priceLabel)) \(Figures.yuan(highest))</text>
        <text x="\(x(total))" y="\(Self.height - 8)" text-anchor="end">\(escaped(quantityLabel)) \(Figures.units(total))</text>
        </svg>
        """
    }

    private var total: Int64 { max(1, levels.reduce(0) { $0 + $1.quantityMilli }) }
    private var highest: Int64 { max(1, levels.map(\.priceMicroYuan).max() ?? 1) }

    /// A step for each level, from the left.
    private var outline: String {
        var (path, cumulated) = ("M\(x(0)) \(y(levels[0].priceMicroYuan))", Int64(0))
        for level in levels {
            cumulated += level.quantityMilli
            path += "V\(y(level.priceMicroYuan))H\(x(cumulated))"
        }
        return path
    }

    private func x(_ quantity: Int64) -> Int64 {
        Self.margin + scaled(quantity, total, Self.width - 2 * Self.margin)
    }

    private func y(_ price: Int64) -> Int64 {
        Self.height - Self.margin - scaled(price, highest, Self.height - 2 * Self.margin)
    }

    private func scaled(_ value: Int64, _ whole: Int64, _ length: Int64) -> Int64 {
        Int64(Rounding.halfEven.quotient(Int128(value) * Int128(length), Int128(whole)))
    }
}

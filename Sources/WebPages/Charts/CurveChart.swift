/// Curves of steps over a common quantity, as SVG: price upwards and cumulated quantity to the right, both by powers of
/// ten, since they range over many.
struct CurveChart {
    /// A curve, from the left.
    struct Curve {
        let name: String
        let points: [CurveView.Point]
    }

    let id: String
    let title: String
    /// None is empty.
    let curves: [Curve]
    let priceLabel: String
    let quantityLabel: String

    var svg: String {
        let texts = curves.map { curve in
            let points = curve.points.enumerated().filter { $0.offset % 8 == 0 }.map { $0.element }
            let steps = points.map { "\(Figures.rounded($0.milliUnitHours)) @ \(Figures.yuan($0.priceMicroYuan))" }
            return "\(curve.name): \(steps.joined(separator: "; "))"
        }
        let lines = curves.enumerated().map { "<path class=\"line s\($0)\" d=\"\(outline($1.points))\"/>" }
        let picture = Picture(
            id: id, title: title, description: texts.joined(separator: ". "), frame: (frame.width, frame.height))
        return picture.svg(
            """
            \(ticks)
            \(lines.joined(separator: "\n"))
            \(frame.axes)
            <text x="0" y="14">\(escaped(priceLabel))</text>
            <text x="\(frame.width)" y="\(frame.height - 2)" text-anchor="end">\(escaped(quantityLabel))</text>
            """)
    }

    private var quantities: LogScale { LogScale(curves.flatMap { $0.points.map(\.milliUnitHours) }) }
    private var prices: LogScale { LogScale(curves.flatMap { $0.points.map(\.priceMicroYuan) }) }
    private var frame: ChartFrame {
        ChartFrame(width: 420, height: 300, margin: 40, mostX: quantities.length, mostY: prices.length)
    }

    private func outline(_ points: [CurveView.Point]) -> String {
        let (quantities, prices, frame) = (quantities, prices, frame)
        guard let first = points.first else { return "" }
        var path = "M\(frame.x(0)) \(frame.y(prices.place(of: first.priceMicroYuan)))"
        for point in points {
            path += "V\(frame.y(prices.place(of: point.priceMicroYuan)))"
            path += "H\(frame.x(quantities.place(of: point.milliUnitHours)))"
        }
        return path
    }

    /// A line and a number at each power of ten.
    private var ticks: String {
        let across = prices.powers.map { power in
            let y = frame.y(prices.place(of: power))
            return """
                <path class="tick" d="M\(frame.x(0)) \(y)H\(frame.x(frame.mostX))"/>\
                <text class="value" x="\(frame.x(0) - 4)" y="\(y + 4)" text-anchor="end">\(Figures.decimalYuan(power))</text>
                """
        }
        let upwards = quantities.powers.map { power in
            let x = frame.x(quantities.place(of: power))
            return """
                <path class="tick" d="M\(x) \(frame.y(frame.mostY))V\(frame.y(0))"/>\
                <text class="value" x="\(x)" y="\(frame.y(0) + 14)" text-anchor="middle">\(Figures.short(power))</text>
                """
        }
        return (across + upwards).joined(separator: "\n")
    }
}

/// Positive whole numbers laid out so that equal factors have equal lengths, but for the little by which a straight line
/// between two powers of two is off.
struct LogScale {
    private let least: Int64
    private let most: Int64

    /// From the least to the greatest of some numbers; those below one count as one.
    init(_ values: [Int64]) {
        least = max(1, values.min() ?? 1)
        most = max(least, values.max() ?? 1)
    }

    /// At least one.
    var length: Int64 { max(1, Self.logarithm(most) - Self.logarithm(least)) }

    /// 0 ... `length` for a number within.
    func place(of value: Int64) -> Int64 { Self.logarithm(min(most, max(least, value))) - Self.logarithm(least) }

    /// The powers of ten within.
    var powers: [Int64] {
        sequence(first: Int64(1)) { $0 > Int64.max / 10 ? nil : $0 * 10 }.filter { least <= $0 && $0 <= most }
    }

    /// To the base of two, in thousandths.
    private static func logarithm(_ value: Int64) -> Int64 {
        let whole = Int64(63 - value.leadingZeroBitCount)
        let base = Int64(1) << whole
        return whole * 1_000 + Int64(Int128(value - base) * 1_000 / Int128(base))
    }
}

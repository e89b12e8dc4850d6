import Domain

/// The space of a chart: values scaled to whole pixels within margins.
struct ChartFrame {
    let width: Int64
    let height: Int64
    /// Room for labels on each side.
    let margin: Int64
    /// The values at the right and upper end; positive.
    let mostX: Int64
    let mostY: Int64

    func x(_ value: Int64) -> Int64 { margin + scaled(value, mostX, width - 2 * margin) }
    func y(_ value: Int64) -> Int64 { height - margin - scaled(value, mostY, height - 2 * margin) }

    /// Values beyond the end are drawn at it.
    private func scaled(_ value: Int64, _ whole: Int64, _ length: Int64) -> Int64 {
        Int64(Rounding.halfEven.quotient(Int128(min(value, whole)) * Int128(length), Int128(whole)))
    }

    /// Both axes.
    var axes: String { "<path class=\"axis\" d=\"M\(x(0)) \(y(mostY))V\(y(0))H\(x(mostX))\"/>" }
}

/// A picture with what it shows in words, for those who cannot see it.
struct Picture {
    /// Unique in its document.
    let id: String
    let title: String
    let description: String
    let frame: (width: Int64, height: Int64)

    /// - Parameter body: what is drawn.
    func svg(_ body: String) -> String {
        """
        <svg viewBox="0 0 \(frame.width) \(frame.height)" role="img" aria-labelledby="\(id)-title \(id)-text">
        <title id="\(id)-title">\(escaped(title))</title>
        <desc id="\(id)-text">\(escaped(description))</desc>
        \(body)
        </svg>
        """
    }
}

/// Lying bars in groups, each with its value, as SVG.
struct BarChart {
    struct Group {
        let name: String
        /// One a series, none negative.
        let values: [Int64]
    }

    let id: String
    let title: String
    /// Empty where each group has one bar that needs no name.
    let series: [String]
    let groups: [Group]
    /// How a value is written.
    let text: (Int64) -> String

    private static let width: Int64 = 420
    private static let bar: Int64 = 12
    private static let line: Int64 = 18

    var svg: String {
        let parts = groups.map { group in "\(group.name): \(group.values.map(text).joined(separator: ", "))" }
        let description = (series.isEmpty ? [] : [series.joined(separator: ", ")]) + parts
        var (body, top) = ("", Int64(0))
        for (number, name) in series.enumerated() {
            body += "<rect class=\"s\(number)\" x=\"0\" y=\"\(top + 2)\" width=\"12\" height=\"12\"/>"
            body += "<text x=\"18\" y=\"\(top + 13)\">\(escaped(name))</text>\n"
            top += Self.line
        }
        for group in groups {
            body += "<text x=\"0\" y=\"\(top + 15)\">\(escaped(group.name))</text>\n"
            top += Self.line + 2
            for (number, value) in group.values.enumerated() {
                body += bar(value, number, top)
                top += Self.bar + 2
            }
            top += 4
        }
        let picture = Picture(
            id: id, title: title, description: description.joined(separator: "; "), frame: (Self.width, top))
        return picture.svg(body)
    }

    private func bar(_ value: Int64, _ number: Int, _ top: Int64) -> String {
        let most = max(1, groups.flatMap(\.values).max() ?? 1)
        let length = Int64(Int128(value) * 300 / Int128(most))
        return """
            <rect class="s\(number)" x="0" y="\(top)" width="\(length)" height="\(Self.bar)"/>\
            <text class="value" x="\(length + 5)" y="\(top + 10)">\(escaped(text(value)))</text>

            """
    }
}

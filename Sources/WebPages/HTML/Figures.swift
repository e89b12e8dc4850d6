/// How numbers are written on pages: whole units, yuan with two to four decimals, thousands apart.
enum Figures {
    /// Milli-units as units, as `1,250.5`.
    static func units(_ milli: Int64) -> String { decimal(milli, 1_000) }

    /// Micro-yuan as yuan, as `12.34`; at most four decimals, cut.
    static func yuan(_ micro: Int64) -> String {
        let text = decimal(micro / 100, 10_000)
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        return decimals == 0 ? text + ".00" : decimals == 1 ? text + "0" : text
    }

    static func count(_ value: Int64) -> String {
        let digits = String(value.magnitude)
        let grouped = digits.reversed().enumerated().map { position, digit in
            position > 0 && position % 3 == 0 ? "\(digit)," : String(digit)
        }
        return (value < 0 ? "-" : "") + grouped.reversed().joined()
    }

    /// `value / unit` without trailing zeros; `unit` is a power of ten.
    private static func decimal(_ value: Int64, _ unit: Int64) -> String {
        let fraction = String(String(value.magnitude % UInt64(unit) + UInt64(unit)).dropFirst())
        let trimmed = fraction.reversed().drop { $0 == "0" }.reversed()
        return count(value / unit) + (trimmed.isEmpty ? "" : "." + String(trimmed))
    }
}

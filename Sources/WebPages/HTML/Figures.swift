import Domain

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

    /// Milli-units as whole units, half-even.
    static func rounded(_ milli: Int64) -> String { count(Int64(Rounding.halfEven.quotient(Int128(milli), 1_000))) }

    /// Milli-units as units, thousands and millions of them, as `10k`.
    static func short(_ milli: Int64) -> String {
        let units = milli / 1_000
        if units >= 1_000_000 { return count(units / 1_000_000) + "M" }
        return units >= 1_000 ? count(units / 1_000) + "k" : Figures.units(milli)
    }

    /// Micro-yuan as yuan with as many decimals as there are.
    static func decimalYuan(_ micro: Int64) -> String { decimal(micro, 1_000_000) }

    /// Fen as whole yuan, half-even.
    static func wholeYuan(_ fen: Int64) -> String { count(Int64(Rounding.halfEven.quotient(Int128(fen), 100))) }

    /// A part of a whole in percent with one decimal; a dash where there is no whole.
    static func percent(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "–" }
        return decimal(Int64(Rounding.halfEven.quotient(Int128(part) * 1_000, Int128(whole))), 10) + " %"
    }

    /// Seconds as hours, minutes and seconds, as `1:05:00`.
    static func duration(_ seconds: Int64) -> String {
        let parts = [seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(seconds / 3_600):" + parts.joined(separator: ":")
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

import Domain

/// What of a fill a programme may pay a part of.
public enum EligibleBase {
    /// The base of the hours that end by `end`; nil is the whole window.
    ///
    /// It is the capacity line × min(ask, lowest open price, reference × (1 + tolerance)) / price paid, half-even,
    /// without VAT where the programme's base is, and never above the line. A part of the window has the part of
    /// the base that its hours have of the ask. Where there is no reference, the first two bind alone.
    ///
    /// - Parameter referenced: false leaves the reference out, to show what it cuts.
    public static func of(
        _ terms: FillTerms, definition: ProgrammeDefinition, endingBy end: Hour? = nil, referenced: Bool = true
    ) -> Money {
        let hours = payable(terms.window, endingBy: end)
        guard let hours, terms.priceSum > 0 else { return .zero }
        let askSum = terms.ask.sum(over: terms.window, clock: terms.clock)
        let part = terms.ask.sum(over: hours, clock: terms.clock)
        let reference = referenced ? referenceSum(terms, definition) : .max
        let bounded = min(terms.priceSum, askSum, terms.lowestOpenSum ?? askSum, reference)
        let gross = proportion(terms.capacity, max(0, bounded), of: terms.priceSum)
        let cut = hours == terms.window ? gross : proportion(gross, part, of: askSum)
        return definition.baseIncludesVAT ? cut : terms.vat.net(of: cut)
    }

    /// The hours of `window` that end by `end`; nil where there is none.
    public static func payable(_ window: Window, endingBy end: Hour?) -> Window? {
        let last = min(window.end, end ?? window.end)
        return last > window.start ? Window(unchecked: window.start, last) : nil
    }

    private static func referenceSum(_ terms: FillTerms, _ definition: ProgrammeDefinition) -> Int64 {
        let reference = terms.reference ?? terms.type.flatMap { definition.tablePrice(of: $0) }
        guard let reference else { return .max }
        return Int64(clamping: definition.raised(reference, hours: terms.window.hours))
    }

    private static func proportion(_ amount: Money, _ part: Int64, of whole: Int64) -> Money {
        guard whole > 0 else { return .zero }
        let value = Rounding.halfEven.quotient(Int128(amount.fen) * Int128(part), Int128(whole))
        return Money(fen: Int64(clamping: value))
    }
}

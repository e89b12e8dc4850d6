import Domain
import Testing

/// Runs a script through the engine and the naive market; both must do what stands behind each bar.
func check(_ text: String, rule: PriceRule = .listed, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try MarketScript(text, rule: rule).run { step, found, naive, violations in
        #expect(found == step.expected, "\(step.text)", sourceLocation: sourceLocation)
        #expect(naive == step.expected, "the naive market: \(step.text)", sourceLocation: sourceLocation)
        #expect(violations.isEmpty, "\(step.text)", sourceLocation: sourceLocation)
    }
}

/// What a provider announces of an offer: from one hour to another no more than so much of it will be there.
public struct PlannedWithdrawal: Hashable, Sendable {
    public let window: Window
    /// Of the offer, sold and unsold; zero where it will be gone.
    public let left: Quantity

    /// Errors: `quantityNotPositive` (less than nothing), `quantityTooLarge`.
    public init(window: Window, left: Quantity = .zero) throws(Reason) {
        guard left >= .zero else { throw .quantityNotPositive }
        guard left.milli <= Quantity.mostMilli else { throw .quantityTooLarge }
        self.window = window
        self.left = left
    }
}

extension CapacitySchedule {
    /// The schedule with at most so much over a window; nil where nothing is left of it. Errors: `scheduleTooLong`.
    public func limited(by plan: PlannedWithdrawal) throws(Reason) -> CapacitySchedule? {
        var limited: [CapacityStep] = []
        for step in steps {
            guard step.quantity > plan.left, step.window.overlaps(plan.window) else {
                limited.append(step)
                continue
            }
            let (start, end) = (step.window.start, step.window.end)
            let first = min(max(plan.window.start, start), end)
            let last = max(min(plan.window.end, end), first)
            let parts = [
                (start, first, step.quantity), (first, last, plan.left), (last, end, step.quantity),
            ]
            for (from, until, quantity) in parts where from < until && quantity > .zero {
                limited.append(CapacityStep(window: Window(unchecked: from, until), quantity: quantity))
            }
        }
        return limited.isEmpty ? nil : try CapacitySchedule(steps: limited)
    }
}

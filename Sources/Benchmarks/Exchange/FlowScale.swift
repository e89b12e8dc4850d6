import Domain

/// What a tick and a unit of an order flow are in the exchange.
struct FlowScale {
    /// Micro-yuan per unit-hour: a fen for an hour of a whole instance where prices allow it.
    let tick: Int64
    /// Milli-units: a whole instance where quantities allow it.
    let unit: Int64

    /// Throws `OrderFlowProblem` where prices or quantities are beyond what the exchange takes.
    init(_ flow: OrderFlow) throws(OrderFlowProblem) {
        let price = flow.commands.reduce(1) { max($0, $1.price) }
        let quantity = flow.commands.reduce(1) { max($0, $1.quantity) }
        guard price <= UnitPrice.mostMicroYuan, quantity <= Quantity.mostMilli else {
            throw OrderFlowProblem(file: "the flow", row: nil, text: "has prices or quantities that no offer can have")
        }
        tick = FlowScale.factor(10_000, of: price, most: UnitPrice.mostMicroYuan)
        unit = FlowScale.factor(1_000, of: quantity, most: Quantity.mostMilli)
    }

    private static func factor(_ wanted: Int64, of value: Int64, most: Int64) -> Int64 {
        var factor = wanted
        while factor > 1, value > most / factor { factor /= 10 }
        return factor
    }
}

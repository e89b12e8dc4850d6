import Matching

extension PlainBook {
    /// Carries out one command. False where it names an order that is not open, or an open one as new.
    @inline(__always)
    mutating func carryOut(_ command: BookCommand, onTrade: (PlainTrade) -> Void) -> Bool {
        switch command.kind {
        case .add: return place(command, onTrade)
        case .cancel: return cancel(command.order)
        case .replace: return cancel(command.order) && place(command, onTrade)
        case .reduce: return reduce(command.order, by: command.quantity)
        case .immediateOrCancel:
            immediateOrCancel(
                command.order, instrument: Int(command.instrument), side: command.side, price: command.price,
                quantity: command.quantity, onTrade: onTrade)
            return true
        }
    }

    @inline(__always)
    private mutating func place(_ command: BookCommand, _ onTrade: (PlainTrade) -> Void) -> Bool {
        add(
            command.order, instrument: Int(command.instrument), side: command.side, price: command.price,
            quantity: command.quantity, onTrade: onTrade)
    }
}

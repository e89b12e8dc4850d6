import Domain
import Records

/// A lot by funder: what was issued of it, and what of that is free or held.
struct LotAmounts {
    let lot: Lot
    private var issued: [Int64: Int128] = [:]
    private var free: [Int64: Int128] = [:]
    private var held: [Int64: Int128] = [:]

    init(_ lot: Lot) { self.lot = lot }

    mutating func add(_ amount: Int128, to role: AccountRole, funder: Int64) {
        if role == .lotsFree { free[funder, default: 0] += amount }
        if role == .lotsHeld { held[funder, default: 0] += amount }
    }

    mutating func issue(_ amount: Int128, funder: Int64) { issued[funder, default: 0] += amount }

    /// Nil where nothing is below zero and the whole face was issued.
    var violation: LedgerViolation? {
        if free.values.contains(where: { $0 < 0 }) { return .lotFreeNegative(lot.id) }
        if held.values.contains(where: { $0 < 0 }) { return .lotHeldNegative(lot.id) }
        let faces = lot.faces.enumerated().allSatisfy { issued[Int64($0), default: 0] == Int128($1.fen) }
        let others = issued.keys.allSatisfy { lot.faces.indices.contains(Int($0)) }
        return faces && others ? nil : .lotFace(lot.id)
    }
}

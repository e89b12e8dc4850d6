import Domain
import Records

/// What of a lot is free and what is held, by funder in the order of the programme.
///
/// A lot is not an account: the sums of these rows equal the holder's `lotsFree` and `lotsHeld`.
public struct LotRow: Hashable, Sendable {
    public let lot: LotID
    public let programme: ProgrammeID
    public let holder: PartyID
    public internal(set) var free: [Int64]
    public internal(set) var held: [Int64]

    /// `free` and `held` are of one length, one entry per funder.
    public init(lot: LotID, programme: ProgrammeID, holder: PartyID, free: [Int64] = [], held: [Int64] = []) {
        self.lot = lot
        self.programme = programme
        self.holder = holder
        self.free = free
        self.held = held
    }

    public var freeSum: Money { Money(fen: free.reduce(0, +)) }
    public var heldSum: Money { Money(fen: held.reduce(0, +)) }

    /// What is free of one funder's part.
    public func free(funder: Int64) -> Int64 { funder < Int64(free.count) ? free[Int(funder)] : 0 }
    public func held(funder: Int64) -> Int64 { funder < Int64(held.count) ? held[Int(funder)] : 0 }
}

extension LotRow {
    /// The lot's amount that stands behind a wallet account; nil for other roles.
    func amount(_ role: AccountRole, funder: Int64) -> Int64? {
        switch role {
        case .lotsFree: free(funder: funder)
        case .lotsHeld: held(funder: funder)
        default: nil
        }
    }

    /// Adds to the amount behind a wallet account; other roles leave the lot as it is.
    mutating func add(_ change: Int64, _ role: AccountRole, funder: Int64) {
        while Int64(free.count) <= funder {
            free.append(0)
            held.append(0)
        }
        if role == .lotsFree { free[Int(funder)] += change }
        if role == .lotsHeld { held[Int(funder)] += change }
    }
}

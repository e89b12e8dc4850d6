import Domain
import Records

extension History {
    /// A deposit, a lot, a fill, its delivery, a payout, a refusal: ten records.
    static let short: History = {
        var history = History()
        history.deposit(10_000, to: 1)
        history.authorise([5_000, 2_000])
        history.issue(lot: 1, to: 1, [600, 200])
        history.fill(1, buyer: 1, own: 800, lot: 1, public: 200)
        history.append(.withdrawOffer(OfferID(7)), outcome: .refused(.unknownOffer))
        history.deliver(1, buyer: 1, own: 800, lot: 1, public: 200)
        history.payOut(1, 500, of: 1)
        history.append(.tick)
        history.append(.advanceClock(history.stamp))
        return history
    }()

    /// Moments in random order, each within what is there.
    static func random(seed: UInt64, count: Int) -> History {
        var (history, chance) = (History(), SplitMix(state: seed))
        history.deposit(1_000_000, to: 1)
        history.authorise([500_000, 70_000])
        var (lots, fills, payouts): (Int64, Int64, Int64) = (0, 0, 0)
        while history.records.count < count {
            let party = chance.below(3) + 1
            switch chance.below(5) {
            case 0: history.deposit(chance.below(100_000) + 1, to: party)
            case 1 where history.balance(.pool(.available)) > 300:
                lots += 1
                history.issue(lot: lots, to: lots, [chance.below(200) + 100, 0])
            case 2 where lots > fills && history.balance(.money(.free, fills + 1)) > 2000:
                fills += 1
                history.fill(fills, buyer: fills, own: chance.below(1000) + 1, lot: fills, public: 100)
            case 3 where history.balance(.money(.free, party)) > 10:
                payouts += 1
                history.payOut(payouts, 10, of: party)
            default: history.append(.tick)
            }
        }
        return history
    }
}

/// Chance by a seed.
struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int64) -> Int64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int64((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

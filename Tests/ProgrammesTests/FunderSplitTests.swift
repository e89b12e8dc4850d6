import Domain
import Programmes
import Simulation
import Testing

/// The split at once against the same fen by fen.
struct FunderSplitTests {
    /// Each fen to the funder furthest below its share of the net amount after the draw.
    func drawFenByFen(_ amount: Int64, net: [Int64], faces: [Int64], available: [Int64], order: [Int]) -> [Int64] {
        let (whole, after) = (faces.reduce(0, +), net.reduce(0, +) + amount)
        var parts = faces.map { _ in Int64(0) }
        for _ in 0..<amount {
            func below(_ funder: Int) -> Int64 { after * faces[funder] - (net[funder] + parts[funder]) * whole }
            let open = order.filter { parts[$0] < available[$0] }
            let furthest = open.map(below).max()!
            parts[open.first { below($0) == furthest }!] += 1
        }
        return parts
    }

    func refundFenByFen(_ amount: Int64, net: [Int64], faces: [Int64], order: [Int]) -> [Int64] {
        let (whole, after) = (faces.reduce(0, +), net.reduce(0, +) - amount)
        var parts = faces.map { _ in Int64(0) }
        for _ in 0..<amount {
            func above(_ funder: Int) -> Int64 { (net[funder] - parts[funder]) * whole - after * faces[funder] }
            let open = order.filter { parts[$0] < net[$0] }
            let furthest = open.map(above).max()!
            parts[open.first { above($0) == furthest }!] += 1
        }
        return parts
    }

    func money(_ values: [Int64]) -> [Money] { values.map { Money(fen: $0) } }

    @Test func likeFenByFen() {
        for seed in UInt64(1)...120 {
            var random = SeededGenerator(seed: seed)
            let count = Int(random.number(1...5))
            let faces = (0..<count).map { _ in random.number(0...40) }
            guard faces.reduce(0, +) > 0 else { continue }
            let order = Array(0..<count).shuffled(using: &random)
            var net = faces.map { _ in Int64(0) }
            for _ in 0..<12 {
                let left = zip(faces, net).map { $0 - $1 }
                let draw = random.number(0...left.reduce(0, +))
                let drawn = FunderSplit.draw(
                    Money(fen: draw), net: money(net), faces: money(faces), available: money(left), order: order)
                #expect(
                    drawn.map(\.fen)
                        == drawFenByFen(draw, net: net, faces: faces, available: left, order: order),
                    "seed \(seed)")
                net = zip(net, drawn).map { $0 + $1.fen }
                let back = random.number(0...net.reduce(0, +))
                let refund = FunderSplit.refund(
                    Money(fen: back), net: money(net), faces: money(faces), available: money(net), order: order)
                #expect(
                    refund.map(\.fen) == refundFenByFen(back, net: net, faces: faces, order: order), "seed \(seed)")
                net = zip(net, refund).map { $0 - $1.fen }
                #expect(zip(net, faces).allSatisfy { $0 >= 0 && $0 <= $1 }, "seed \(seed)")
            }
        }
    }

    @Test func withinWhatIsThere() {
        for seed in UInt64(1)...200 {
            var random = SeededGenerator(seed: seed)
            let faces = (0..<4).map { _ in random.number(1...30) }
            let available = faces.map { random.number(0...$0) }
            let amount = random.number(0...available.reduce(0, +))
            let parts = FunderSplit.draw(
                Money(fen: amount), net: money([0, 0, 0, 0]), faces: money(faces), available: money(available),
                order: [0, 1, 2, 3])
            #expect(
                parts.map(\.fen)
                    == drawFenByFen(
                        amount, net: [0, 0, 0, 0], faces: faces, available: available, order: [0, 1, 2, 3]),
                "seed \(seed)")
        }
    }

    @Test func hugeAmountsAtOnce() {
        let faces = money([400_000_000_000_000, 599_999_999_999_999, 1])
        let parts = FunderSplit.draw(
            Money(fen: 500_000_000_000_000), net: money([0, 0, 0]), faces: faces, available: faces, order: [0, 1, 2])
        #expect(parts == money([200_000_000_000_000, 300_000_000_000_000, 0]))
        #expect(
            FunderSplit.draw(faces.total, net: money([0, 0, 0]), faces: faces, available: faces, order: [2, 1, 0])
                == faces)
    }
}

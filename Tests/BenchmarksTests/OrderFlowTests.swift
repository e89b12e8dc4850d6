import Benchmarks
import Matching
import Testing

/// Order flow is read as it is written, and refused where it is wrong.
@Suite struct OrderFlowTests {
    @Test func readsText() throws {
        let flow = try OrderFlow(
            file: "f",
            text: Array(
                """
                t_ns,cmd,order_id,side,price_ticks,qty
                1,ADD,a7,B,10,5
                2,REDUCE,a7,,,2
                3,MODIFY,a7,B,11,4
                4,IOC,b1,S,9,1
                5,CANCEL,a7,,,

                """.utf8))
        #expect(
            flow.commands == [
                BookCommand(kind: .add, side: .buy, order: 0, price: 10, quantity: 5),
                BookCommand(kind: .reduce, side: .buy, order: 0, quantity: 2),
                BookCommand(kind: .replace, side: .buy, order: 0, price: 11, quantity: 4),
                BookCommand(kind: .immediateOrCancel, side: .sell, order: 1, price: 9, quantity: 1),
                BookCommand(kind: .cancel, side: .buy, order: 0),
            ])
        #expect(flow.names == ["a7", "b1"])
        #expect(flow.fillingCommands == 0)
    }

    @Test(arguments: [
        ("", "f: is empty; write a header line"),
        ("cmd,order_id,side,qty\n", "f: 1: lacks the column price_ticks; add it"),
        ("BUY,1,B,1,1", "f: 2: “BUY” is no command; write ADD, IOC, CANCEL, REDUCE or MODIFY"),
        ("ADD,,B,1,1", "f: 2: has no order_id; fill it in"),
        ("ADD,1,X,1,1", "f: 2: has no side; write B or S"),
        ("ADD,1,B,-1,1", "f: 2: “-1” is no price_ticks; write a whole number of at least 0"),
        ("ADD,1,B,1", "f: 2: “” is no qty; write a whole number of at least 1"),
        ("REDUCE,1,,,0", "f: 2: “0” is no qty; write a whole number of at least 1"),
    ])
    func refusesText(_ text: String, _ problem: String) {
        let lines = text.hasPrefix("cmd") || text.isEmpty ? text : "cmd,order_id,side,price_ticks,qty\n" + text
        let error = #expect(throws: OrderFlowProblem.self) { try OrderFlow(file: "f", text: Array(lines.utf8)) }
        #expect(error?.description == problem)
    }

    @Test func readsBinary() throws {
        let flow = try OrderFlow(file: "f", binary: BinaryFlow.bytes)
        #expect(flow.commands.map(\.kind) == [.add, .add, .replace, .cancel, .immediateOrCancel])
        #expect(
            flow.commands[1]
                == BookCommand(kind: .add, side: .sell, instrument: 999, order: 2, price: 70_000, quantity: 300))
        #expect(flow.fillingCommands == 1)
        #expect(flow.instruments == 1_000)
        #expect(flow.orders == 4)
        #expect(flow.name(2) == "2")
    }

    @Test func refusesBinary() {
        let short = Array(BinaryFlow.bytes.dropLast())
        #expect(throws: OrderFlowProblem.self) { try OrderFlow(file: "f", binary: short) }
        #expect(throws: OrderFlowProblem.self) { try OrderFlow(file: "f", binary: Array(short.prefix(15))) }
        for (place, value) in [(16, UInt8(4)), (17, 2), (23, 0x80), (28, 0)] {
            var damaged = BinaryFlow.bytes
            damaged[place] = value
            let error = #expect(throws: OrderFlowProblem.self) { try OrderFlow(file: "f", binary: damaged) }
            #expect(error?.row == 1)
        }
    }
}

/// Five commands as the generator of order flow writes them.
enum BinaryFlow {
    static let bytes: [UInt8] = {
        var bytes = Array("MTCHV001".utf8) + number(1, 4) + number(4, 4)
        bytes += command(0, 0, 0, 1, 90, 7) + command(0, 1, 999, 2, 70_000, 300) + command(2, 0, 0, 1, 91, 8)
        bytes += command(1, 1, 999, 2, 0, 0) + command(3, 1, 0, 3, 90, 3)
        return bytes
    }()

    static func command(
        _ kind: UInt8, _ side: UInt8, _ instrument: Int, _ order: Int, _ price: Int, _ quantity: Int
    ) -> [UInt8] {
        [kind, side] + number(instrument, 2) + number(order, 4) + number(price, 4) + number(quantity, 4)
    }

    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// Why a file is no order flow, in one line: where, what, how to mend it.
public struct OrderFlowProblem: Error, Hashable, CustomStringConvertible {
    public let file: String
    /// Line of a text, or number of a binary command, from 1.
    public let row: Int?
    public let text: String

    public var description: String { [file, row.map(String.init), text].compactMap { $0 }.joined(separator: ": ") }
}

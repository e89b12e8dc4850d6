/// What is wrong with a programme file: never empty, in the order of the lines.
public struct ProgrammeFileError: Error, Hashable, Sendable, CustomStringConvertible {
    public let problems: [Problem]

    /// One mistake: where, what, and how to mend it.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        public let file: String
        /// From 1.
        public let line: Int
        /// From 1, in Unicode scalars.
        public let column: Int
        public let what: String
        public let mend: String

        /// `beijing.yaml:12:5: unknown key "rat"; use one of id, rate, when, tag`
        public var description: String { "\(file):\(line):\(column): \(what); \(mend)" }
    }

    /// A line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

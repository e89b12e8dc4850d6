import Domain
import Programmes
import Yams

/// A programme as its file states it. The form is described in `docs/programme-files.md`.
public struct ProgrammeFile: Hashable, Sendable {
    public let definition: ProgrammeDefinition
    /// The pot of a year, where the file names one: what a manager would authorise.
    public let pot: Money?

    /// Bytes of a file at most.
    public static let mostBytes = 262_144

    /// Reads a programme from YAML.
    ///
    /// - Parameter name: the file's name, for messages.
    /// - Throws: every problem found, in the order of the lines.
    public init(yaml: String, name: String) throws(ProgrammeFileError) {
        let reading = Reading(file: name)
        guard let root = reading.root(of: yaml), let file = reading.programme(root) else {
            throw reading.error()
        }
        for problem in file.definition.problems() { reading.report(problem) }
        guard reading.problems.isEmpty else { throw reading.error() }
        self = file
    }

    init(definition: ProgrammeDefinition, pot: Money?) {
        self.definition = definition
        self.pot = pot
    }
}

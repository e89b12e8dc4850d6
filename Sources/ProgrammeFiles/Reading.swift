import Programmes
import Yams

/// The reading of one file: gathers problems, and remembers where each field stands.
final class Reading {
    let file: String
    private(set) var problems: [ProgrammeFileError.Problem] = []
    private var marks: [String: Mark] = [:]

    init(file: String) { self.file = file }

    func report(_ mark: Mark?, _ what: String, _ mend: String) {
        problems.append(
            ProgrammeFileError.Problem(
                file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, what: what, mend: mend))
    }

    /// A problem of the definition as a whole, at the field it names or the closest one above that is in the file.
    func report(_ problem: DefinitionProblem) {
        var path = Substring(problem.path)
        while marks[String(path)] == nil, let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) {
            path = path[..<cut]
        }
        report(marks[String(path)], problem.fault.what, problem.fault.mend)
    }

    func remember(_ path: String, _ mark: Mark?) { marks[path] = mark }

    func error() -> ProgrammeFileError {
        ProgrammeFileError(problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }

    /// The document's root node; nil, and reported, where the text is no YAML.
    func root(of yaml: String) -> Node? {
        guard yaml.utf8.count <= ProgrammeFile.mostBytes else {
            report(nil, "the file has \(yaml.utf8.count) bytes", "keep it under \(ProgrammeFile.mostBytes)")
            return nil
        }
        do {
            if let node = try compose(yaml: yaml, .default, .default, .utf8) { return node }
            report(nil, "the file is empty", "start from a file in sample/programmes")
        } catch let error as YamlError {
            report(error)
        } catch {
            report(nil, "the file cannot be read as YAML", "check its indentation and quotes")
        }
        return nil
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(mark, "this is not YAML: \(problem)", "check indentation, colons and quotes on and above this line")
        case .reader(let problem, _, _, _):
            report(nil, "this is not YAML: \(problem)", "save the file as UTF-8 without control characters")
        case .duplicatedKeysInMapping(let keys, let context):
            let named = keys.map { "\"\($0)\"" }.joined(separator: ", ")
            report(context.mark, "key \(named) stands more than once in one mapping", "keep one of them")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            report(nil, "the file cannot be read as YAML", "check its indentation and quotes")
        }
    }
}

/// A problem in a file, in one line: where, what, how to mend it.
struct FileProblem: Error, CustomStringConvertible {
    let file: String
    let row: Int?
    let column: String?
    let code: String
    let text: String

    var description: String {
        let place = [file, row.map(String.init), column].compactMap { $0 }.joined(separator: ":")
        return "\(place): \(text) [\(code)]"
    }
}

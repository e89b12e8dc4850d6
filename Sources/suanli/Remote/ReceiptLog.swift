import Domain
import Foundation
import Records

/// A file with a line for each answer: sequence number, organisation, operation and Idempotency-Key, outcome.
///
/// It shows afterwards what was acknowledged. Lines are added to those that are there.
final class ReceiptLog {
    private let path: String
    private let handle: FileHandle

    /// Throws `SetUpProblem`.
    init(path: String) throws {
        self.path = path
        let files = FileManager.default
        guard files.fileExists(atPath: path) || files.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw SetUpProblem("\(path): the receipts cannot be written; check the folder's rights")
        }
        try handle.seekToEnd()
        self.handle = handle
    }

    /// Writes one line; what the door refused has no sequence number and is left out.
    func note(_ answer: CommandAnswer, _ kind: CommandKind, _ actor: Actor, _ key: String) throws {
        guard let sequence = answer.sequence else { return }
        let outcome =
            switch answer.fate {
            case .accepted: "accepted"
            case .refused(let code): code
            }
        let line = "\(sequence) \(actor.organisation?.number ?? 0) \(kind.rawValue) \(key) \(outcome)\n"
        try handle.write(contentsOf: Data(line.utf8))
    }
}

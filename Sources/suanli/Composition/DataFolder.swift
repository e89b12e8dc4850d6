import Foundation
import TransparencyLog

/// The folder that holds what an exchange keeps outside its database.
struct DataFolder {
    let path: String

    /// Makes the folder where it is missing. Throws `SetUpProblem`.
    init(_ path: String) throws {
        self.path = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        do {
            try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
        } catch {
            throw SetUpProblem("\(path): the data folder cannot be made; choose another with --data")
        }
    }

    var cluster: String { path + "/postgres" }
    var headFile: String { path + "/head" }
    var snapshotFile: String { path + "/snapshot" }
    var markFile: String { path + "/mark" }
    var signingKeyFile: String { path + "/signing-key" }
    /// The key that `suanli-verify` is given.
    var verifierKeyFile: String { path + "/verifier-key" }

    /// The key that signs heads; made on first use, with its public part beside it.
    func signingKey(origin: String) throws -> SigningKey {
        if let text = try? String(contentsOfFile: signingKeyFile, encoding: .utf8) {
            return try SigningKey(parsing: text.trimmingCharacters(in: .newlines))
        }
        let key = SigningKey.generate(name: try KeyName(origin))
        let made = FileManager.default.createFile(
            atPath: signingKeyFile, contents: Data((key.secretText + "\n").utf8),
            attributes: [.posixPermissions: 0o600])
        guard made else { throw SetUpProblem("\(signingKeyFile): cannot be written; check the folder's rights") }
        try (key.verifierKey.text + "\n").write(toFile: verifierKeyFile, atomically: true, encoding: .utf8)
        return key
    }
}

/// Why the exchange cannot start, in one line.
struct SetUpProblem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

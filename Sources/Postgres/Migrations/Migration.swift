import Foundation

/// One change of the schema, as it lies in the folder.
public struct Migration: Sendable, Equatable {
    /// The file's name, which is also its order.
    public let name: String
    public let bytes: [UInt8]

    /// All migrations of a folder in order of their names; files of other kinds are not looked at.
    ///
    /// Throws `folderUnreadable`, then `malformedName`.
    public static func all(in folder: String) throws(MigrationError) -> [Migration] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw .folderUnreadable(folder)
        }
        var migrations: [Migration] = []
        for name in names.filter({ $0.hasSuffix(".sql") }).sorted(by: precedes) {
            guard isWellFormed(name) else { throw .malformedName(name) }
            guard let content = FileManager.default.contents(atPath: folder + "/" + name) else {
                throw .folderUnreadable(folder + "/" + name)
            }
            migrations.append(Migration(name: name, bytes: [UInt8](content)))
        }
        return migrations
    }

    /// By bytes, as the server sorts under the locale C.
    static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Date, time, a hyphen, and lower-case words joined by hyphens.
    static func isWellFormed(_ name: String) -> Bool {
        name.wholeMatch(of: /[0-9]{8}T[0-9]{4}-[a-z0-9]+(-[a-z0-9]+)*\.sql/) != nil
    }

    /// The line on which a character of the text stands, both counted from 1.
    func line(ofCharacter position: Int) -> Int {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(position - 1).count { $0 == "\n" } + 1
    }
}

/// The line that says what an export is: `suanli-export/1 ORIGIN`.
public struct ExportManifest: Hashable, Sendable {
    public let version: Int
    /// The origin of the log, as its checkpoints have it.
    public let origin: String

    public init(origin: String) {
        version = ExportFormat.version
        self.origin = origin
    }

    /// The line with its newline.
    public var bytes: [UInt8] { Array("suanli-export/\(version) \(origin)\n".utf8) }

    /// Reads the line; nil where it is not one of this version.
    public init?(bytes: [UInt8]) {
        let opening = Array("suanli-export/\(ExportFormat.version) ".utf8)
        guard bytes.starts(with: opening), bytes.last == 0x0A else { return nil }
        let name = bytes[opening.count..<bytes.count - 1]
        guard !name.isEmpty, name.allSatisfy({ $0 >= 0x20 }), let origin = String(validating: name, as: UTF8.self)
        else { return nil }
        self.init(origin: origin)
    }
}

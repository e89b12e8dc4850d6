import Foundation

extension OrderFlow {
    /// Reads a file of either form, plain or gzip; which one it is, its first bytes tell.
    ///
    /// Throws `OrderFlowProblem`: unreadable, or the first row that is wrong.
    public init(path: String) throws {
        let bytes = try Self.bytes(of: path)
        if bytes.starts(with: Self.binaryMark) {
            try self.init(file: path, binary: bytes)
        } else {
            try self.init(file: path, text: bytes)
        }
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw OrderFlowProblem(file: path, row: nil, text: "cannot be read; check the path")
        }
        return data.starts(with: [0x1F, 0x8B]) ? try unpacked(path) : [UInt8](data)
    }

    private static func unpacked(_ path: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-dc", "--", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw OrderFlowProblem(file: path, row: nil, text: "gzip cannot read it; check the file")
        }
        return [UInt8](data)
    }
}

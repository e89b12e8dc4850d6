import Foundation

/// The programs of one installed PostgreSQL.
struct PostgresBinaries {
    static let oldestMajor = 15

    let folder: String
    let major: Int

    var initdb: String { folder + "/initdb" }
    var postgres: String { folder + "/postgres" }

    /// The newest installation, or the one that wrote the data.
    ///
    /// Throws `binariesMissing`, then `versionMismatch`.
    static func find(in folder: String?, data: ClusterFolder) throws(ClusterError) -> PostgresBinaries {
        let installed = (folder.map { [$0] } ?? candidates()).compactMap { PostgresBinaries(at: $0) }
        guard let newest = installed.max(by: { $0.major < $1.major }) else { throw .binariesMissing }
        guard let written = data.dataVersion else { return newest }
        guard let same = installed.first(where: { $0.major == written }) else {
            throw .versionMismatch(folder: data.data, data: written)
        }
        return same
    }

    private static func candidates() -> [String] {
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let debian = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        return path + versions.sorted().map { "\(debian)/\($0)/bin" }
    }

    private init?(at folder: String) {
        let files = FileManager.default
        guard files.isExecutableFile(atPath: folder + "/initdb"), files.isExecutableFile(atPath: folder + "/postgres"),
            let answer = try? ChildProcess.run([folder + "/postgres", "--version"], environment: []),
            answer.status == 0,
            // "postgres (PostgreSQL) 15.18 (Debian …)", or "17beta1" in place of the number.
            let version = answer.output.split(separator: ")").dropFirst().first,
            let major = Int(version.drop { $0 == " " }.prefix { $0.isNumber }), major >= Self.oldestMajor
        else { return nil }
        self.folder = folder
        self.major = major
    }
}

import Foundation
import Glibc
import Testing

/// A folder under /tmp that goes when the test ends.
final class ScratchFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/postgres-test-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(path, 0o755)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func folder(_ name: String) -> String { path + "/" + name }
}

/// Who a process runs as.
func user(of process: pid_t) -> uid_t? {
    var status = stat()
    return stat("/proc/\(process)", &status) == 0 ? status.st_uid : nil
}

func user(ofFile file: String) -> uid_t? {
    var status = stat()
    return stat(file, &status) == 0 ? status.st_uid : nil
}

func permissions(of file: String) -> mode_t? {
    var status = stat()
    return stat(file, &status) == 0 ? status.st_mode & 0o777 : nil
}

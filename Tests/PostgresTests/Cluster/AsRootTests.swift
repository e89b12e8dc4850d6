import Foundation
import Glibc
import Postgres
import Testing

/// What only root can try. Left out, by this name, where the tests run unprivileged.
@Suite(.serialized, .enabled(if: geteuid() == 0, "needs root")) struct AsRootTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test func theServerIsNotRoot() throws {
        let cluster = try EmbeddedCluster.start(in: scratch.folder("data"), options: .temporary)
        let server = try #require(cluster.serverProcess)
        let expected = try #require(getpwnam("postgres")).pointee.pw_uid
        #expect(user(of: server) == expected && expected != 0)
        let status = try String(contentsOfFile: "/proc/\(server)/status", encoding: .utf8)
        #expect(status.contains("CapEff:\t0000000000000000"))
        // The server's user must not read the passwords.
        #expect(user(of: getpid()) == 0 && permissions(of: cluster.folder.path + "/passwords") == 0o700)
        try cluster.stop()
    }

    @Test func aFolderAboveThatTheServerMayNotEnterIsNamed() throws {
        let closed = scratch.folder("closed")
        try FileManager.default.createDirectory(
            atPath: closed + "/open", withIntermediateDirectories: true)
        chmod(closed, 0o700)
        do {
            _ = try EmbeddedCluster.start(in: closed + "/open/data", options: .temporary)
            Issue.record("it started")
        } catch {
            #expect(error == .notTraversable(folder: closed, user: "postgres"))
            #expect(error.description.contains("chmod o+x '\(closed)'"))
        }
    }

    @Test func aDataFolderMadeBeforehandIsOpenedForTheServer() throws {
        let folder = scratch.folder("made")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        chmod(folder, 0o700)
        try EmbeddedCluster.start(in: folder, options: .temporary).stop()
        #expect(permissions(of: folder) == 0o711)
    }

    @Test func anUnprivilegedOwnerRunsItsOwnServer() throws {
        let folder = scratch.folder("unprivileged 用户")
        let account = try #require(getpwnam("postgres")).pointee
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        chown(folder, account.pw_uid, account.pw_gid)
        let owner = try OwnerProcess(of: folder, asUser: "postgres")
        #expect(user(of: owner.process) == account.pw_uid)
        owner.killAtOnce()
        while FileManager.default.fileExists(atPath: folder + "/data/postmaster.pid") { usleep(10_000) }
        // Root takes the folder over, and the server stays that user's.
        let cluster = try EmbeddedCluster.start(in: folder, options: .temporary)
        #expect(user(of: try #require(cluster.serverProcess)) == account.pw_uid)
        try cluster.stop()
    }
}

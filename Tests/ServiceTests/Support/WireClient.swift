import Dispatch
import Foundation
import Glibc

/// An answer as it came over the wire.
struct WireAnswer: Sendable {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(body)) }
    var object: [String: Any] { json as? [String: Any] ?? [:] }
    /// Of a problem.
    var code: String? {
        headers["content-type"] == "application/problem+json" ? object["code"] as? String : nil
    }
    var sequence: Int64? { headers["suanli-sequence"].flatMap { Int64($0) } }
}

/// Why there was no answer.
enum WireError: Error {
    case notConnected
    case closed
    case malformed(String)
}

/// One HTTP/1.1 connection over a plain socket, so that a test can send what no client library would.
///
/// Its calls block, and so run on a thread of their own.
final class WireConnection: @unchecked Sendable {
    private let socket: Int32
    private var rest: [UInt8] = []
    private let queue = DispatchQueue(label: "wire")

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            Glibc.close(socket)
            throw WireError.notConnected
        }
    }

    deinit { Glibc.close(socket) }

    /// Sends bytes as they are; false where the other side has gone.
    func send(_ bytes: [UInt8]) async -> Bool {
        await onQueue { [socket] in
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// Reads one answer. Throws `closed`.
    func answer(toHead: Bool = false) async throws -> WireAnswer {
        let result = await onQueue { Result { try self.read(toHead) } }
        return try result.get()
    }

    /// Whether the other side closes the connection, rather than going on.
    func isClosed() async -> Bool {
        await onQueue {
            var byte: UInt8 = 0
            return recv(self.socket, &byte, 1, 0) <= 0
        }
    }

    private func onQueue<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: body()) } }
    }

    private func read(_ toHead: Bool) throws -> WireAnswer {
        let head = String(decoding: try read(through: Array("\r\n\r\n".utf8)), as: UTF8.self)
        var lines = head.components(separatedBy: "\r\n")
        let words = lines.removeFirst().split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { throw WireError.malformed(head) }
        var headers: [String: String] = [:]
        for line in lines where !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            headers[parts[0].lowercased()] = parts.count > 1 ? parts[1] : ""
        }
        let length = toHead ? 0 : Int(headers["content-length"] ?? "0") ?? 0
        while rest.count < length { try more() }
        let body = Array(rest.prefix(length))
        rest.removeFirst(length)
        return WireAnswer(status: status, headers: headers, body: body)
    }

    private func read(through mark: [UInt8]) throws -> [UInt8] {
        while true {
            for end in stride(from: mark.count, through: rest.count, by: 1)
            where rest[(end - mark.count)..<end].elementsEqual(mark) {
                let found = Array(rest.prefix(end - mark.count))
                rest.removeFirst(end)
                return found
            }
            try more()
        }
    }

    private func more() throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { throw WireError.closed }
        rest += buffer.prefix(count)
    }
}

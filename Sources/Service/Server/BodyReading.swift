import ExchangeAPI
import Hummingbird
import NIOCore
import Synchronization

/// How much of a body is taken, and how long it may take to arrive.
struct BodyLimits: Sendable {
    let bytesMost: Int
    let time: Duration
}

/// Reads a request's body whole, within its limits.
struct BodyReading {
    let limits: BodyLimits
    let channel: any Channel

    /// The body; empty where there is none. Errors: `bodyTooLarge` (what follows stays unread), `bodyTimeout`.
    ///
    /// A body that is late has its connection's input closed: nothing more can come.
    func read(_ request: Request) async throws(ServiceFault) -> [UInt8] {
        let announced = request.headers[.contentLength].map { Int($0) ?? Int.max }
        guard announced ?? 0 > 0 || request.headers[.transferEncoding] != nil else { return [] }
        let deadline = Deadline(channel, limits.time)
        guard announced ?? 0 <= limits.bytesMost else { throw ServiceFault(.bodyTooLarge) }
        let bytes = try await collect(request, deadline)
        deadline.cancel()
        guard announced == nil || bytes.count == announced else { throw ServiceFault(.bodyTimeout) }
        return bytes
    }

    private func collect(_ request: Request, _ deadline: Deadline) async throws(ServiceFault) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await part in request.body {
                guard bytes.count + part.readableBytes <= limits.bytesMost else { throw ServiceFault(.bodyTooLarge) }
                bytes.append(contentsOf: part.readableBytesView)
            }
        } catch let fault as ServiceFault {
            throw fault
        } catch {
            throw ServiceFault(.bodyTimeout, detail: "\(error)")
        }
        guard !deadline.hasPassed else { throw ServiceFault(.bodyTimeout) }
        return bytes
    }
}

/// Closes a channel's input once a time has passed, unless it is cancelled before.
private final class Deadline: Sendable {
    private let passed = Mutex(false)
    private let task = Mutex<Scheduled<Void>?>(nil)

    init(_ channel: any Channel, _ time: Duration) {
        let scheduled = channel.eventLoop.scheduleTask(in: TimeAmount(time)) { [weak self] in
            self?.passed.withLock { $0 = true }
            channel.close(mode: .input, promise: nil)
        }
        task.withLock { $0 = scheduled }
    }

    var hasPassed: Bool { passed.withLock { $0 } }

    func cancel() { task.withLock { $0 }?.cancel() }
}

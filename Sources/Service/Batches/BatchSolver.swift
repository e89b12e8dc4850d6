import Dispatch
import Domain
import Identity
import Logging
import Matching
import Records
import Sequencer
import Trading

/// Solves the batches that were called, beside the writer, and hands in what it finds like any other client.
///
/// It reads the frozen copies between two commits and works on them alone, bounded by steps. What the exchange refuses,
/// or what has no solution, is released with the reason; where this process ends, the batch's deadline does that.
public struct BatchSolver: Sendable {
    private let exchange: any ExchangePort
    private let randomness: any DoorRandomness
    private let logger: Logger

    public init(_ exchange: any ExchangePort, randomness: any DoorRandomness, logger: Logger) {
        self.exchange = exchange
        self.randomness = randomness
        self.logger = logger
    }

    /// Looks again and again, until the task is cancelled.
    func run(every interval: Duration) async {
        while (try? await Task.sleep(for: interval)) != nil { await solveOpen() }
    }

    /// Closes the batches that are open now, in order of their calls.
    public func solveOpen() async {
        guard let batches = try? await exchange.inspect({ $0.openBatches }) else { return }
        for batch in batches {
            guard let allocation = await solution(of: batch) else {
                _ = await close(batch, .failure(.solverFailed))
                continue
            }
            if let reason = await close(batch, .allocation(allocation)), !Self.isOver(reason) {
                logger.warning("batch released", metadata: ["batch": "\(batch.id)", "reason": "\(reason.code)"])
                _ = await close(batch, .failure(reason))
            }
        }
    }

    /// On a thread of its own: it may take a second, and those that serve requests are few.
    private func solution(of batch: Batch) async -> BatchAllocation? {
        await withCheckedContinuation { continuation in
            BatchSolver.queue.async { continuation.resume(returning: BatchAllocation(solving: batch)) }
        }
    }

    private static let queue = DispatchQueue(label: "batches", qos: .utility)

    /// What batches would come to, each bounded by steps: one after the other on a thread of their own, so that no close
    /// waits for them.
    static func indications(of batches: [Batch]) async -> [BatchIndication] {
        await withCheckedContinuation { continuation in
            indicating.async {
                continuation.resume(returning: batches.compactMap { BatchIndication(solving: $0) })
            }
        }
    }

    private static let indicating = DispatchQueue(label: "indications", qos: .utility)

    /// It was closed meanwhile.
    private static func isOver(_ reason: Reason) -> Bool { reason == .alreadyClosed || reason == .unknownBatch }

    /// Why it was refused; nil where it was taken, or where the exchange is away and is asked again later.
    private func close(_ batch: Batch, _ result: BatchResult) async -> Reason? {
        let command = Command.closeBatch(batch.id, result)
        let bytes = randomness.bytes(
            .nonce,
            for: .request(organisation: nil, operation: command.kind.rawValue, key: "\(batch.id) \(result.name)"))
        guard let nonce = try? Nonce(bytes: bytes) else { return nil }
        let answer = await exchange.submit(
            Submission(actor: .exchange, command: command, nonce: nonce, key: nil))
        guard case .success(let receipt) = answer, case .refused(let reason) = receipt.outcome else { return nil }
        return reason
    }
}

extension BatchResult {
    fileprivate var name: String {
        switch self {
        case .allocation: "allocation"
        case .failure: "failure"
        }
    }
}

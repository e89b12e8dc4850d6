import Domain
import Records
import Sequencer
import Trading

/// Providers' reports for every lease, once a day of market time: all hours used, as a demonstration.
final class DeliveryDriver {
    private let desk: any CommandDesk
    private let sequencer: Sequencer
    private var reported: Stamp

    init(desk: any CommandDesk, sequencer: Sequencer, start: Stamp) {
        self.desk = desk
        self.sequencer = sequencer
        reported = start
    }

    /// Reports what has been delivered, where half a day has passed since the last time.
    func report(at now: Stamp) async throws {
        guard now.hour - reported.hour >= 12 else { return }
        reported = now
        try await desk.drain()
        let owed = try await sequencer.inspect { $0.owedReports(at: now) }
        for lease in owed {
            try await desk.send(
                .reportUsage(lease.allUsed), named: "usage-\(lease.id)-\(lease.fromSecond)",
                by: Staff.provider(lease.provider)
            ) { _ in }
        }
    }
}

import Domain
import Metrics
import Records
import Trading

/// What the sequencer counts. The names are stable.
final class SequencerMetrics: Sendable {
    let accepted = Counter(label: "suanli_commands_total", dimensions: [("outcome", "accepted")])
    let refused = Counter(label: "suanli_commands_total", dimensions: [("outcome", "refused")])
    let repeats = Counter(label: "suanli_repeated_keys_total")
    let condemned = Counter(label: "suanli_condemned_commands_total")
    let commit = Timer(label: "suanli_commit_seconds")
    let batchSize = Recorder(label: "suanli_batch_records")
    let sequence = Gauge(label: "suanli_sequence")
    let inbox = Gauge(label: "suanli_inbox_commands")
    let epoch = Gauge(label: "suanli_epoch")
    let epochsEnded = Counter(label: "suanli_epochs_ended_total")
    let serving = Gauge(label: "suanli_serving")

    func note(_ batch: JournalBatch, took: Duration) {
        let refusals = batch.entries.count { $0.record.header.outcome != .accepted }
        accepted.increment(by: batch.entries.count - refusals)
        refused.increment(by: refusals)
        batchSize.record(batch.entries.count)
        sequence.record(batch.head.size)
        commit.recordMicroseconds(took.microseconds)
    }
}

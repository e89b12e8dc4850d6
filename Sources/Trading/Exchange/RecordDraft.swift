import Domain
import Records

/// The record that is being decided: what has happened and moved so far.
struct RecordDraft {
    var sequence: Int64 = 0
    var stamp = Stamp.epoch
    var actor = Actor.exchange
    var events: [Event] = []
    var transfers: [Transfer] = []

    var isEmpty: Bool { events.isEmpty && transfers.isEmpty }
    /// The place that this record gives.
    var place: Place { Place(sequence: sequence, position: 0) }
}

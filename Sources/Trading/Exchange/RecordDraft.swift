import Domain
import Records

/// The record that is being decided: what has happened and moved so far.
struct RecordDraft {
    /// Few records have more events.
    static let usualEvents = 8

    var sequence: Int64 = 0
    var stamp = Stamp.epoch
    var actor = Actor.exchange
    var events: [Event] = []
    var transfers: [Transfer] = []
    /// Offers of which there may be more or less, for the bundles at rest.
    var touched: [OfferID] = []
    /// How often something happened that may concern any bundle.
    var changes = 0
    /// How much of it each bundle at rest has been decided after.
    var bundlesSeen: [DemandID: SeenByBundle] = [:]

    var isEmpty: Bool { events.isEmpty && transfers.isEmpty }
    /// The place that this record gives.
    var place: Place { Place(sequence: sequence, position: 0) }
}

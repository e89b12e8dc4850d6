import Domain

/// What can be asked of the naive market.
public enum OracleCommand {
    case list(Offer, admissionClass: Int32)
    case withdraw(OfferID)
    case submit(OracleDemand)
    case cancel(DemandID)
    /// Other terms for what is open, under the conditions of now; the place is taken where the old one is lost.
    case amendDemand(DemandID, DemandAmendment, subsidyClass: Int32, links: [Link], place: Place)
    case amendOffer(OfferID, OfferAmendment, place: Place)
    case cancelAll(buyer: PartyID, OrderScope)
    case withdrawAll(provider: PartyID, OrderScope)
    /// Capacity of a fill given back.
    case release(OfferID, Window, Quantity)
    /// From now on the parties are this to each other: 0 free, 1 related, 2 the same beneficial owner. Demands of the
    /// buyer at rest are decided again, in order of place.
    case relate(buyer: PartyID, provider: PartyID, Int)
    /// No hour before this one can be chosen any more.
    case begin(Hour)
    case call(BatchScope)
    /// Of the open batch that was called first, if there is one.
    case close([OracleAward])
    /// The offers that a provider has listed now stand still, or go on.
    case suspend(provider: PartyID, Bool)
    /// The whole market does.
    case halt(Bool)
    /// Promises the demand what it would be given, if its class has so much: basis points of what is free at each hour.
    case quote(OracleDemand, share: Int64)
    /// The quoted fills are made, and the rest takes this place.
    case takeQuote(DemandID, place: Place)
    case endQuote(DemandID)
}

/// A demand with what it is pinned to.
public struct OracleDemand {
    public let demand: Demand
    public let size: FirmSize
    public let profile: FirmProfile
    public let subsidyClass: Int32
    public let links: [Link]

    public init(demand: Demand, size: FirmSize, profile: FirmProfile, subsidyClass: Int32, links: [Link]) {
        self.demand = demand
        self.size = size
        self.profile = profile
        self.subsidyClass = subsidyClass
        self.links = links
    }
}

/// What the naive market says happened.
public enum OracleEvent: Hashable, Sendable {
    case filled(
        DemandID, OfferID, over: Window, milli: Int64, askSum: Int64, priceSum: Int64, charge: Int64, isRelated: Bool)
    case rests(DemandID, openMilli: Int64)
    case complete(DemandID)
    case cancelled(DemandID, Reason)
    case withdrawn(OfferID)
    /// The command was refused, and nothing changed.
    case refused(Reason)
    case froze(OfferID, Window, milli: Int64, askSum: Int64)
    case called([OracleMember])
    case quoted(DemandID, [OracleAward])
    /// A lease, numbered by its fill, ends early; with the demand that looks for the rest of its hours.
    case cut(lease: Int64, from: Hour, sought: DemandID?)
}

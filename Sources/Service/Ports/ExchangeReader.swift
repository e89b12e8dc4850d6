import Domain
import ExchangeAPI

/// Whose objects are read. The database holds the same by row security.
public enum ReadScope: Hashable, Sendable {
    /// A party's own, and what is public.
    case tenant(PartyID)
    /// All parties', for officers.
    case everything

    init(_ actor: Actor) {
        self = actor.organisation.map(ReadScope.tenant) ?? .everything
    }
}

/// Where in a list a page begins, and how long it is at most.
public struct PageRequest: Hashable, Sendable {
    public let after: PagePosition
    public let limit: Int
    /// Of what is no list.
    static let whole = PageRequest(after: .start, limit: 1)

    public init(after: PagePosition, limit: Int) {
        self.after = after
        self.limit = limit
    }
}

/// A place in a list in ascending order; the second number tells apart what has the first in common.
public struct PagePosition: Hashable, Comparable, Sendable {
    public let first: Int64
    public let second: Int64
    public static let start = PagePosition(0, -1)

    public init(_ first: Int64, _ second: Int64 = 0) {
        self.first = first
        self.second = second
    }

    public static func < (left: PagePosition, right: PagePosition) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

/// What offers a list has; nil takes all.
public struct OfferFilter: Hashable, Sendable {
    public var instanceType: InstanceTypeID?
    public var zone: ZoneID?
    public var provider: PartyID?
    public var state: OrderState?

    public init() {}
}

/// What fills a list has; nil takes all.
public struct FillFilter: Hashable, Sendable {
    public var demand: DemandID?
    public var offer: OfferID?

    public init() {}
}

/// What is read from the database. Lists are in ascending order, with at most `limit` elements after the position;
/// a single object that is not there, or not in scope, is nil.
public protocol ExchangeReader: Sendable {
    /// The last record that reads reflect.
    func sequence() async throws(ReadFault) -> Int64

    func parties(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[PartyResource]>
    func party(_ scope: ReadScope, _ id: PartyID) async throws(ReadFault) -> Snapshot<PartyResource?>

    func zones(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[ZoneResource]>
    func network() async throws(ReadFault) -> Snapshot<NetworkResource>
    func conversion() async throws(ReadFault) -> Snapshot<ConversionResource>
    func conversion(of type: InstanceTypeID) async throws(ReadFault) -> Snapshot<TypeConversionResource?>
    func policy() async throws(ReadFault) -> Snapshot<PolicyResource>
    func instanceTypes(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[InstanceTypeResource]>
    func instanceType(_ id: InstanceTypeID) async throws(ReadFault) -> Snapshot<InstanceTypeResource?>

    func deposits(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[DepositResource]>
    func payouts(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[PayoutResource]>
    func payout(_ scope: ReadScope, _ id: PayoutID) async throws(ReadFault) -> Snapshot<PayoutResource?>
    func accounts(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[AccountResource]>
    func account(_ scope: ReadScope, _ id: AccountID) async throws(ReadFault) -> Snapshot<AccountResource?>
    func transfers(
        _ scope: ReadScope, of account: AccountID, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[TransferResource]>
    func wallet(_ party: PartyID) async throws(ReadFault) -> Snapshot<WalletResource>

    func programmes(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[ProgrammeResource]>
    func programme(_ id: ProgrammeID) async throws(ReadFault) -> Snapshot<ProgrammeResource?>
    func lots(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[LotResource]>
    func lot(_ scope: ReadScope, _ id: LotID) async throws(ReadFault) -> Snapshot<LotResource?>

    func offers(_ filter: OfferFilter, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[OfferResource]>
    func offer(_ id: OfferID) async throws(ReadFault) -> Snapshot<OfferResource?>
    func demands(
        _ scope: ReadScope, state: OrderState?, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[DemandResource]>
    func demand(_ scope: ReadScope, _ id: DemandID) async throws(ReadFault) -> Snapshot<DemandResource?>
    func fills(
        _ scope: ReadScope, _ filter: FillFilter, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[FillResource]>
    func fill(_ scope: ReadScope, _ id: FillID) async throws(ReadFault) -> Snapshot<FillResource?>

    func halts(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[HaltResource]>

    func verifications(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[VerificationResource]>

    func batches(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[BatchResource]>
    func batch(_ id: BatchID) async throws(ReadFault) -> Snapshot<BatchDetailResource?>

    func leases(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[LeaseResource]>
    func lease(_ scope: ReadScope, _ id: LeaseID) async throws(ReadFault) -> Snapshot<LeaseResource?>
    func deliveries(
        _ scope: ReadScope, of lease: LeaseID, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[DeliveryResource]>

    /// nil where the log is shorter than the size, or the size than the sequence.
    func inclusion(of sequence: Int64, size: Int64) async throws(ReadFault) -> InclusionResource?
    /// nil where the log is shorter than the second size, or that than the first.
    func consistency(_ first: Int64, _ second: Int64) async throws(ReadFault) -> ConsistencyResource?
    func entries(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[EntryResource]>
}

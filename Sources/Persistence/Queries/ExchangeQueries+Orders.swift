import Domain
import Postgres
import Records

/// An offer and how it ended; nil while it is open.
public struct StoredOffer: Sendable {
    public let offer: Offer
    public let closed: Reason?
}

/// Where an order stands.
public enum StoredState: String, CaseIterable, Sendable {
    /// A demand that is a quote still.
    case quoted
    case open
    case filled
    case closed
}

/// A demand and where it stands.
public struct StoredDemand: Sendable {
    public let demand: Demand
    public let state: StoredState
    /// Why its residual was given up.
    public let reason: Reason?
    /// In SCU rounded down.
    public let filled: Quantity
    public let heldOwn: Money
    public let heldLots: Money
    public let versions: PinnedVersions
    /// The first line of the bundle that it is a line of.
    public let bundle: DemandID?
}

/// Which offers are wanted; nil takes all.
public struct OfferSelection: Hashable, Sendable {
    public var instanceType: InstanceTypeID?
    public var zone: ZoneID?
    public var provider: PartyID?
    public var state: StoredState?

    public init() {}
}

extension ExchangeQueries {
    public func offers(_ wanted: OfferSelection, _ range: ListRange) async throws(QueryError) -> ReadAt<[StoredOffer]> {
        try await read(.anybody) { connection in
            try connection.list(
                """
                SELECT body, reason FROM exchange.offer
                WHERE id > $1 AND ($3::bigint IS NULL OR instance_type = $3) AND ($4::bigint IS NULL OR zone = $4)
                    AND ($5::bigint IS NULL OR provider = $5) AND ($6::text IS NULL OR state = $6)
                ORDER BY id LIMIT $2
                """,
                range.parameters + [
                    .optional(wanted.instanceType?.number), .optional(wanted.zone?.number),
                    .optional(wanted.provider?.number), .optional(wanted.state?.rawValue),
                ], StoredOffer.init)
        }
    }

    public func offer(_ id: OfferID) async throws(QueryError) -> ReadAt<StoredOffer?> {
        try await read(.anybody) { connection in
            try connection.one(
                "SELECT body, reason FROM exchange.offer WHERE id = $1", [.int8(id.number)], StoredOffer.init)
        }
    }

    public func demands(
        _ view: ReadView, state: StoredState?, _ range: ListRange
    ) async throws(QueryError) -> ReadAt<[StoredDemand]> {
        try await read(view) { connection in
            try connection.list(
                Self.demandSQL + "WHERE id > $1 AND ($3::text IS NULL OR state = $3) ORDER BY id LIMIT $2",
                range.parameters + [.optional(state?.rawValue)], StoredDemand.init)
        }
    }

    public func demand(_ view: ReadView, _ id: DemandID) async throws(QueryError) -> ReadAt<StoredDemand?> {
        try await read(view) { connection in
            try connection.one(Self.demandSQL + "WHERE id = $1", [.int8(id.number)], StoredDemand.init)
        }
    }

    private static let demandSQL = """
        SELECT body, state, reason, filled_hours / hours, held_own, held_lots, network_version, conversion_version,
               policy_version, reference_version, bundle
        FROM exchange.demand

        """
}

extension StoredOffer {
    fileprivate init(_ row: Row) throws {
        self.init(offer: try Offer(canonicalForm: try row.bytes(0)), closed: try row.reason(1))
    }
}

extension StoredDemand {
    fileprivate init(_ row: Row) throws {
        guard let state = StoredState(rawValue: try row.text(1)) else { throw Unreadable.number(column: 1) }
        let demand = try Demand(canonicalForm: try row.bytes(0))
        self.init(
            demand: demand, state: state, reason: try row.reason(2),
            filled: demand.terms.quantity(ofGrains: try row.int64(3), .down), heldOwn: Money(fen: try row.int64(4)),
            heldLots: Money(fen: try row.int64(5)),
            versions: PinnedVersions(
                network: try row.int64(6), conversion: try row.int64(7), policy: try row.int64(8),
                reference: try row.int64(9)),
            bundle: try row.int64OrNull(10).map { DemandID($0) })
    }
}

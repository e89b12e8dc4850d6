import Domain
import Postgres
import Records

extension ExchangeQueries {
    /// The reference price of each class that ever had one, as of a version, by type and zone; nil is the last one.
    ///
    /// A fill's bound is found with the version that it carries.
    public func references(version: Int64? = nil) async throws(QueryError) -> ReadAt<Versioned<[ReferencePrice]>> {
        try await read(.anybody) { connection in
            let newest = try connection.execute("SELECT coalesce(max(version), 0) FROM exchange.reference_price")
                .first().int64(0)
            let wanted = version ?? newest
            return Versioned(
                version: wanted,
                value: try connection.list(
                    """
                    SELECT DISTINCT ON (instance_type, zone) instance_type, zone, price, basis
                    FROM exchange.reference_price WHERE version <= $1 ORDER BY instance_type, zone, version DESC
                    """, [.int8(wanted)], ReferencePrice.init))
        }
    }
}

extension ReferencePrice {
    fileprivate init(_ row: Row) throws {
        let finding = try row.int64OrNull(2).map { price in
            ReferenceFinding(price: UnitPrice(unchecked: price), basis: try row.enumeration(3))
        }
        self.init(
            ReferenceClass(instanceType: InstanceTypeID(try row.int64(0)), zone: ZoneID(try row.int64(1))), finding)
    }
}

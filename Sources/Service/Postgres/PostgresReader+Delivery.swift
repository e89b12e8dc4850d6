import Domain
import ExchangeAPI
import Persistence
import Records

extension PostgresReader {
    public func leases(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[LeaseResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.leases(ReadView(scope), ListRange(page))
        }) { $0.map(LeaseResource.init) }
    }

    public func lease(_ scope: ReadScope, _ id: LeaseID) async throws(ReadFault) -> Snapshot<LeaseResource?> {
        try await read({ queries async throws(QueryError) in try await queries.lease(ReadView(scope), id) }) {
            $0.map(LeaseResource.init)
        }
    }

    public func deliveries(
        _ scope: ReadScope, of lease: LeaseID, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[DeliveryResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.deliveries(ReadView(scope), of: lease, ListRange(page))
        }) { $0.map(DeliveryResource.init) }
    }
}

extension LeaseResource {
    fileprivate init(_ lease: StoredLease) {
        self.init(
            id: lease.id, buyer: lease.buyer, provider: lease.provider, quota: lease.quota, used: lease.used,
            idle: lease.idle, missed: lease.missed, cut: lease.cut, deliveredUntilSecond: lease.deliveredUntilSecond,
            matured: lease.matured, claimed: lease.claimed, reason: lease.reason, endedHour: lease.endedHour,
            sought: lease.sought)
    }
}

extension DeliveryResource {
    fileprivate init(_ stored: StoredDelivery) {
        let delivery = stored.delivery
        self.init(
            fromSecond: delivery.fromSecond, untilSecond: delivery.untilSecond, used: delivery.used,
            idle: delivery.idle, missed: delivery.missed, reason: delivery.reason, sequence: stored.sequence)
    }
}

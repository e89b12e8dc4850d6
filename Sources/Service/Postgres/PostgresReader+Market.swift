import Domain
import ExchangeAPI
import Persistence

extension PostgresReader {
    public func offers(_ filter: OfferFilter, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[OfferResource]>
    {
        var wanted = OfferSelection()
        wanted.instanceType = filter.instanceType
        wanted.zone = filter.zone
        wanted.provider = filter.provider
        wanted.state = filter.state.map(StoredState.init)
        let selection = wanted
        return try await read({ queries async throws(QueryError) in
            try await queries.offers(selection, ListRange(page))
        }) { offers in offers.map { OfferResource($0.offer, closed: $0.closed) } }
    }

    public func offer(_ id: OfferID) async throws(ReadFault) -> Snapshot<OfferResource?> {
        try await read({ queries async throws(QueryError) in try await queries.offer(id) }) { offer in
            offer.map { OfferResource($0.offer, closed: $0.closed) }
        }
    }

    public func demands(
        _ scope: ReadScope, state: OrderState?, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[DemandResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.demands(ReadView(scope), state: state.map(StoredState.init), ListRange(page))
        }) { $0.map(DemandResource.init) }
    }

    public func demand(_ scope: ReadScope, _ id: DemandID) async throws(ReadFault) -> Snapshot<DemandResource?> {
        try await read({ queries async throws(QueryError) in try await queries.demand(ReadView(scope), id) }) {
            $0.map(DemandResource.init)
        }
    }

    public func fills(
        _ scope: ReadScope, _ filter: FillFilter, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[FillResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.fills(ReadView(scope), demand: filter.demand, offer: filter.offer, ListRange(page))
        }) { fills in fills.map { FillResource($0.fill, sequence: $0.sequence) } }
    }

    public func fill(_ scope: ReadScope, _ id: FillID) async throws(ReadFault) -> Snapshot<FillResource?> {
        try await read({ queries async throws(QueryError) in try await queries.fill(ReadView(scope), id) }) { fill in
            fill.map { FillResource($0.fill, sequence: $0.sequence) }
        }
    }
}

extension DemandResource {
    fileprivate init(_ stored: StoredDemand) {
        self.init(
            stored.demand, state: OrderState(stored.state), reason: stored.reason, filled: stored.filled,
            heldOwn: stored.heldOwn, heldLots: stored.heldLots, versions: stored.versions, bundle: stored.bundle)
    }
}

extension OrderState {
    fileprivate init(_ state: StoredState) {
        switch state {
        case .open: self = .open
        case .quoted: self = .quoted
        case .filled: self = .filled
        case .closed: self = .closed
        }
    }
}

extension StoredState {
    fileprivate init(_ state: OrderState) {
        switch state {
        case .open: self = .open
        case .quoted: self = .quoted
        case .filled: self = .filled
        case .closed: self = .closed
        }
    }
}

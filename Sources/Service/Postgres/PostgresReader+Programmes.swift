import Domain
import ExchangeAPI
import Persistence

extension PostgresReader {
    public func programmes(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[ProgrammeResource]> {
        try await read({ queries async throws(QueryError) in try await queries.programmes(ListRange(page)) }) {
            $0.map(ProgrammeResource.init)
        }
    }

    public func programme(_ id: ProgrammeID) async throws(ReadFault) -> Snapshot<ProgrammeResource?> {
        try await read({ queries async throws(QueryError) in try await queries.programme(id) }) {
            $0.map(ProgrammeResource.init)
        }
    }

    public func lots(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[LotResource]> {
        try await read({ queries async throws(QueryError) in try await queries.lots(ReadView(scope), ListRange(page)) })
        { $0.map(LotResource.init) }
    }

    public func lot(_ scope: ReadScope, _ id: LotID) async throws(ReadFault) -> Snapshot<LotResource?> {
        try await read({ queries async throws(QueryError) in try await queries.lot(ReadView(scope), id) }) {
            $0.map(LotResource.init)
        }
    }
}

extension ProgrammeResource {
    fileprivate init(_ programme: StoredProgramme) {
        self.init(
            id: programme.id, code: programme.code, liveVersion: programme.liveVersion,
            versions: programme.versions.map {
                ProgrammeVersionBody(
                    version: $0.number, proposer: $0.proposer, approver: $0.approver, definition: $0.definition)
            })
    }
}

extension LotResource {
    fileprivate init(_ standing: StandingLot) {
        self.init(
            standing.lot, free: standing.free, held: standing.held, expired: standing.expired,
            expiredTo: standing.expiredTo)
    }
}

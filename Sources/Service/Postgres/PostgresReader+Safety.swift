import Domain
import ExchangeAPI
import Persistence

extension PostgresReader {
    public func halts(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[HaltResource]> {
        try await read({ queries async throws(QueryError) in try await queries.halts(ListRange(page)) }) {
            $0.map(HaltResource.init)
        }
    }
}

extension HaltResource {
    fileprivate init(_ halt: StoredHalt) {
        self.init(
            scope: halt.scope, sequence: halt.sequence, note: halt.note, resumedSequence: halt.resumed?.sequence,
            resumedNote: halt.resumed?.note)
    }
}

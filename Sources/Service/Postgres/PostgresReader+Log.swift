import Domain
import ExchangeAPI
import Persistence
import Records
import TransparencyLog

extension PostgresReader {
    public func inclusion(of sequence: Int64, size: Int64) async throws(ReadFault) -> InclusionResource? {
        let proven = try await prove { queries async throws(QueryError) in
            try await queries.inclusion(of: sequence, size: size)
        }
        return proven.map {
            InclusionResource(
                sequence: sequence, size: size, leaf: $0.leaf.hexadecimal, root: $0.root.hexadecimal,
                hashes: $0.proof.path.map(\.hexadecimal))
        }
    }

    public func consistency(_ first: Int64, _ second: Int64) async throws(ReadFault) -> ConsistencyResource? {
        let proven = try await prove { queries async throws(QueryError) in
            try await queries.consistency(first, second)
        }
        return proven.map {
            ConsistencyResource(
                first: first, second: second, firstRoot: $0.first.hexadecimal, secondRoot: $0.second.hexadecimal,
                hashes: $0.proof.path.map(\.hexadecimal))
        }
    }

    public func entries(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[EntryResource]> {
        try await read({ queries async throws(QueryError) in try await queries.records(ListRange(page)) }) {
            $0.map(EntryResource.init)
        }
    }
}

extension EntryResource {
    fileprivate init(_ record: StoredRecord) {
        let header = record.header
        var reason: Reason?
        if case .refused(let why) = header.outcome { reason = why }
        self.init(
            sequence: header.sequence, at: header.stamp, actor: header.actor, kind: Named(header.kind).wire,
            reason: reason, nonce: record.nonce.hexadecimal, body: record.body.hexadecimal,
            leaf: record.leaf.hexadecimal)
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

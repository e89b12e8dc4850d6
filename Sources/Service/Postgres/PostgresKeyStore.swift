import Domain
import Identity
import Persistence

/// The API keys in PostgreSQL.
public struct PostgresKeyStore: KeyStore {
    private let rows: StoredKeys

    public init(_ rows: StoredKeys) { self.rows = rows }

    public func keys() async throws -> [KeyRecord] {
        try await rows.all().map { row in
            guard let number = UInt8(exactly: row.seat), let seat = Seat(rawValue: number) else {
                throw ReadFault.damaged("key \(row.id) has no seat")
            }
            return KeyRecord(
                id: KeyID(row.id), hash: KeyHash(bytes: row.hash), person: PersonID(row.person),
                organisation: row.organisation == 0 ? nil : PartyID(row.organisation), seat: seat,
                isRevoked: row.isRevoked)
        }
    }

    public func add(_ key: KeyRecord) async throws {
        try await rows.add(
            StoredKey(
                id: key.id.number, hash: key.hash.bytes, person: key.person.number, duty: Duty(key.seat).rawValue,
                organisation: key.organisation?.number ?? 0, seat: Int16(key.seat.rawValue), isRevoked: false))
    }

    public func revoke(_ key: KeyID) async throws -> Bool { try await rows.revoke(key.number) }
}

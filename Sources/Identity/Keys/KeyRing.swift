import Domain
import Synchronization

/// The keys in memory, from the store.
///
/// A key made elsewhere is known after the next `reload`, and one revoked elsewhere is refused after it.
public final class KeyRing: Sendable {
    private let store: any KeyStore
    private let records = Mutex<[KeyID: KeyRecord]>([:])

    public init(_ store: any KeyStore) { self.store = store }

    public func reload() async throws {
        let loaded = Dictionary(try await store.keys().map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        records.withLock { $0 = loaded }
    }

    /// Who sends this key; nil where it is not a key, not known, or revoked.
    ///
    /// - Complexity: one SHA-256, whether or not the key is known.
    public func actor(for text: some StringProtocol) -> Actor? {
        guard let key = KeyText(text) else { return nil }
        let hash = key.secret.hash
        let record = records.withLock { $0[key.id] }
        guard let record, record.hash.equals(hash), !record.isRevoked else { return nil }
        return record.actor
    }
}

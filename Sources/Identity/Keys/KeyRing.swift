import Domain
import Synchronization

/// The keys in memory, from the store.
///
/// A key made elsewhere is known at its first use, and one revoked elsewhere is refused after the next `reload`.
public final class KeyRing: Sendable {
    private struct State {
        var records: [KeyID: KeyRecord] = [:]
        var loaded: ContinuousClock.Instant?
    }

    private let store: any KeyStore
    private let pause: Duration
    private let state = Mutex(State())

    /// - Parameter pause: between two looks into the store for unknown keys, so that guessing does not burden it.
    public init(_ store: any KeyStore, pause: Duration = .milliseconds(200)) {
        self.store = store
        self.pause = pause
    }

    public func reload() async throws {
        let loaded = Dictionary(try await store.keys().map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        state.withLock { $0.records = loaded }
    }

    /// Who sends this key; nil where it is not a key, not known, or revoked.
    ///
    /// A number that is not known is looked for in the store, unless that was done within the pause.
    ///
    /// - Complexity: one SHA-256, whether or not the key is known.
    public func actor(for text: some StringProtocol) async -> Actor? {
        guard let key = KeyText(text) else { return nil }
        let hash = key.secret.hash
        if mayBeNew(key.id) { try? await reload() }
        guard let record = record(key.id), record.hash.equals(hash), !record.isRevoked else { return nil }
        return record.actor
    }

    private func record(_ id: KeyID) -> KeyRecord? { state.withLock { $0.records[id] } }

    /// Whether the store should be asked for a number, and notes that it is.
    private func mayBeNew(_ id: KeyID) -> Bool {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard state.records[id] == nil, state.loaded.map({ now - $0 >= pause }) ?? true else { return false }
            state.loaded = now
            return true
        }
    }
}

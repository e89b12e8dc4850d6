import Trading

/// Which keys may have been used: says no with certainty, and yes with a chance of error of about 2⁻⁴⁰.
///
/// It spares the journal a question for every new key. 64 bits a key, hashed with a seed of this process, so that
/// nobody can choose keys that collide.
struct KeyFilter {
    private var fingerprints: Set<Int> = []

    mutating func insert(_ key: IdempotencyKey) { fingerprints.insert(key.hashValue) }

    func mayContain(_ key: IdempotencyKey) -> Bool { fingerprints.contains(key.hashValue) }

    var count: Int { fingerprints.count }
}

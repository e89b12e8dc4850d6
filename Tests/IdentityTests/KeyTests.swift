import Domain
import Identity
import Testing

struct KeyTextTests {
    private static let secret = KeySecret(bytes: (0..<32).map { UInt8($0) })
    private static let text = "sk_17_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

    @Test func whatIsShownIsRead() throws {
        #expect("\(KeyText(id: KeyID(17), secret: Self.secret))" == Self.text)
        let read = try #require(KeyText(Self.text))
        #expect(read.id == KeyID(17) && read.secret.hash == Self.secret.hash)
    }

    private static let digits = String(text.suffix(64))
    private static let others: [String] = [
        "", "sk", "sk_17", "sk__\(digits)", "pk_17_\(digits)", "SK_17_\(digits.uppercased())", "\(text)0",
        String(text.dropLast()), "sk_0_\(digits)", "sk_-1_\(digits)", "sk_9223372036854775808_\(digits)", "\(text)_",
        "sk_17_" + String(repeating: "é", count: 32),
    ]

    @Test(arguments: others) func anythingElseIsNoKey(_ text: String) {
        #expect(KeyText(text) == nil)
    }

    /// SHA-256 of the 32 bytes, as `printf … | sha256sum` gives it.
    @Test func theHashIsSHA256() {
        let hash = Self.secret.hash.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(hash == "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd")
    }
}

struct KeyMakerTests {
    private let store = MemoryKeys()
    private var maker: KeyMaker { KeyMaker(store, SystemRandomness()) }

    private func make(_ seat: Seat, _ organisation: Int64? = nil, person: Int64? = nil) async throws -> KeyRecord {
        let request = KeyRequest(
            seat: seat, organisation: organisation.map { PartyID($0) }, person: person.map { PersonID($0) })
        return try await maker.make(request).record
    }

    @Test func aPersonKeepsOneDutyForOneOrganisation() async throws {
        let buyer = try await make(.buyer, 3)
        #expect(buyer.person == PersonID(1) && buyer.id == KeyID(1))
        let provider = try await make(.provider, 3, person: 1)
        #expect(provider.person == PersonID(1) && provider.id == KeyID(2))
        #expect(try await make(.auditor).person == PersonID(2))
        await #expect(throws: KeyRefusal.dutyMismatch(PersonID(1))) { try await make(.buyer, 4, person: 1) }
        await #expect(throws: KeyRefusal.dutyMismatch(PersonID(1))) { try await make(.manager, person: 1) }
        await #expect(throws: KeyRefusal.dutyMismatch(PersonID(2))) { try await make(.operator, person: 2) }
    }

    @Test func organisationsAreOfTradersAlone() async throws {
        await #expect(throws: KeyRefusal.organisationMismatch) { try await make(.buyer) }
        await #expect(throws: KeyRefusal.organisationMismatch) { try await make(.operator, 3) }
        await #expect(throws: KeyRefusal.unknownPerson(PersonID(9))) { try await make(.manager, person: 9) }
        #expect(await store.keys().isEmpty)
    }
}

struct KeyRingTests {
    private let store = MemoryKeys()

    private func make() async throws -> (text: String, id: KeyID) {
        let made = try await KeyMaker(store, SystemRandomness())
            .make(KeyRequest(seat: .auditor, organisation: nil, person: nil))
        return ("\(made.text)", made.record.id)
    }

    @Test func aKeyThatWasMadeElsewhereIsKnownAtOnce() async throws {
        let ring = KeyRing(store, pause: .zero)
        try await ring.reload()
        let (text, id) = try await make()
        #expect(await ring.actor(for: text)?.key == id)
    }

    @Test func aWrongSecretIsNobody() async throws {
        let ring = KeyRing(store, pause: .zero)
        let (text, _) = try await make()
        let last: Character = text.last == "0" ? "1" : "0"
        #expect(await ring.actor(for: text.dropLast() + [last]) == nil)
        #expect(await ring.actor(for: text) != nil)
    }

    @Test func aRevokedKeyIsRefusedAfterTheNextLook() async throws {
        let ring = KeyRing(store)
        let (text, id) = try await make()
        #expect(await ring.actor(for: text) != nil)
        #expect(await store.revoke(id))
        try await ring.reload()
        #expect(await ring.actor(for: text) == nil)
    }

    /// Numbers that nobody has lead to one look in each pause, however many are tried.
    @Test func guessesDoNotBurdenTheStore() async throws {
        let ring = KeyRing(store, pause: .seconds(3_600))
        try await ring.reload()
        let before = await store.looks
        for number in 1...100 as ClosedRange<Int64> {
            let text = KeyText(id: KeyID(number), secret: KeySecret(bytes: [UInt8](repeating: 1, count: 32)))
            #expect(await ring.actor(for: "\(text)") == nil)
        }
        #expect(await store.looks == before + 1)
    }
}

private actor MemoryKeys: KeyStore {
    private var records: [KeyRecord] = []
    private(set) var looks = 0

    func keys() -> [KeyRecord] {
        looks += 1
        return records
    }

    func add(_ key: KeyRecord) { records.append(key) }

    func revoke(_ key: KeyID) -> Bool {
        guard let place = records.firstIndex(where: { $0.id == key }) else { return false }
        let old = records[place]
        records[place] = KeyRecord(
            id: old.id, hash: old.hash, person: old.person, organisation: old.organisation, seat: old.seat,
            isRevoked: true)
        return true
    }
}

import Domain

/// Where keys are kept. The database holds the same rules by constraint.
public protocol KeyStore: Sendable {
    /// All keys, the revoked ones too, in order of number.
    func keys() async throws -> [KeyRecord]

    /// Stores a key that was made; fails where its number is taken or a constraint refuses it.
    func add(_ key: KeyRecord) async throws

    /// Takes a key out of use; false where there is none.
    func revoke(_ key: KeyID) async throws -> Bool
}

/// Who a key is made for.
public struct KeyRequest: Hashable, Sendable {
    public let seat: Seat
    public let organisation: PartyID?
    /// nil makes a new person.
    public let person: PersonID?

    public init(seat: Seat, organisation: PartyID?, person: PersonID?) {
        self.seat = seat
        self.organisation = organisation
        self.person = person
    }
}

/// Makes keys. Two makers at once are told apart by the store, which refuses a number that is taken.
public struct KeyMaker: Sendable {
    private let store: any KeyStore
    private let randomness: any DoorRandomness

    public init(_ store: any KeyStore, _ randomness: any DoorRandomness) {
        self.store = store
        self.randomness = randomness
    }

    /// Makes and stores a key, and returns its text, which cannot be had again.
    ///
    /// Errors: `KeyRefusal`, in the order of its cases; the store's.
    public func make(_ request: KeyRequest) async throws -> (text: KeyText, record: KeyRecord) {
        let known = try await store.keys()
        let person = try KeyMaker.person(for: request, among: known)
        let id = KeyID((known.last?.id.number ?? 0) + 1)
        let text = KeyText(id: id, secret: KeySecret(bytes: randomness.bytes(.keySecret, for: .key(id))))
        let record = KeyRecord(
            id: id, hash: text.secret.hash, person: person, organisation: request.organisation, seat: request.seat)
        try await store.add(record)
        return (text, record)
    }

    static func person(for request: KeyRequest, among known: [KeyRecord]) throws(KeyRefusal) -> PersonID {
        let duty = Duty(request.seat)
        guard (request.organisation != nil) == (duty == .trader) else { throw .organisationMismatch }
        guard let person = request.person else {
            return PersonID((known.map(\.person.number).max() ?? 0) + 1)
        }
        let own = known.filter { $0.person == person }
        guard !own.isEmpty else { throw .unknownPerson(person) }
        guard own.allSatisfy({ Duty($0.seat) == duty && $0.organisation == request.organisation }) else {
            throw .dutyMismatch(person)
        }
        return person
    }
}

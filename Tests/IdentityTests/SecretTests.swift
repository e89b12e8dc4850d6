import Domain
import Identity
import Testing

struct SecretTests {
    private let secret = DoorSecret(bytes: [UInt8](repeating: 7, count: 32))
    private let other = DoorSecret(bytes: [UInt8](repeating: 8, count: 32))

    @Test func equalNumbersAreRecognisedByOneDoorOnly() throws {
        // A number of a district that does not exist, with its check digit (GB 11643).
        let number = try IdentityNumber("990101199003070074")
        #expect(secret.equality(of: number) == secret.equality(of: number))
        #expect(secret.equality(of: number) != other.equality(of: number))
    }

    @Test func aFingerprintIsOfOneMeaning() {
        #expect(secret.fingerprint(of: [1, 2]) == secret.fingerprint(of: [1, 2]))
        #expect(secret.fingerprint(of: [1, 2]) != secret.fingerprint(of: [1, 3]))
        #expect(secret.fingerprint(of: [1, 2]) != other.fingerprint(of: [1, 2]))
    }

    @Test func aCommitmentHidesAndBinds() {
        let salts = [UInt8(1), 2].map { [UInt8](repeating: $0, count: 32) }
        #expect(Commitment(to: "北辰", salt: salts[0]) == Commitment(to: "北辰", salt: salts[0]))
        #expect(Commitment(to: "北辰", salt: salts[0]) != Commitment(to: "北辰", salt: salts[1]))
        #expect(Commitment(to: "北辰", salt: salts[0]) != Commitment(to: "北辰云", salt: salts[0]))
    }
}

struct RandomnessTests {
    private static let subjects: [DrawSubject] = [
        .key(KeyID(1)), .key(KeyID(2)), .request(organisation: nil, operation: 1, key: "a"),
        .request(organisation: PartyID(1), operation: 1, key: "a"),
        .request(organisation: PartyID(1), operation: 2, key: "a"),
        .request(organisation: PartyID(1), operation: 1, key: "b"),
    ]
    private static let purposes: [DrawPurpose] = [.nonce, .salt(0), .salt(1), .keySecret]

    private static func draws(_ source: any DoorRandomness) -> [[UInt8]] {
        subjects.flatMap { subject in purposes.map { source.bytes($0, for: subject) } }
    }

    @Test func aSeedDrawsTheSameForTheSameAndElseOther() {
        let drawn = Self.draws(SeededRandomness(seed: 1))
        #expect(drawn == Self.draws(SeededRandomness(seed: 1)))
        #expect(Set(drawn + Self.draws(SeededRandomness(seed: 2))).count == 2 * drawn.count)
        #expect(drawn.allSatisfy { $0.count == 32 })
    }

    @Test func theSystemDrawsOthersEachTime() {
        let drawn = Self.draws(SystemRandomness()) + Self.draws(SystemRandomness())
        #expect(Set(drawn).count == drawn.count)
    }
}

struct PermissionTests {
    /// Those who check the market neither trade in it nor run it.
    @Test func dutiesAreKeptApart() {
        for operation in ServiceOperation.allCases where operation.permission != .anybody {
            let seats = Seat.allCases.filter { operation.permission.admits($0) }
            #expect(!seats.isEmpty, "\(operation) is nobody's")
        }
        let approvals: [ServiceOperation] = [.proposeProgramme, .approveProgramme, .authorisePool]
        for operation in approvals {
            #expect(Seat.allCases.filter { operation.permission.admits($0) } == [.manager], "\(operation)")
        }
        #expect(!ServiceOperation.recordDeposit.permission.admits(.auditor))
        #expect(!ServiceOperation.submitDemand.permission.admits(.operator))
    }
}

import Crypto
import Domain

/// The secret part of an API key: 256 random bits. It is shown once, to the person it is made for.
public struct KeySecret: Sendable {
    let bytes: [UInt8]

    /// `bytes` are 32 random bytes.
    public init(bytes: [UInt8]) {
        precondition(bytes.count == 32, "a key's secret has 32 bytes")
        self.bytes = bytes
    }

    /// What is stored in its place. 256 random bits need no salt and no slow hash.
    public var hash: KeyHash { KeyHash(bytes: Array(SHA256.hash(data: bytes))) }
}

/// SHA-256 of a key's secret.
public struct KeyHash: Hashable, Sendable {
    public let bytes: [UInt8]

    /// `bytes` are 32 bytes.
    public init(bytes: [UInt8]) {
        precondition(bytes.count == 32, "SHA-256 has 32 bytes")
        self.bytes = bytes
    }

    /// Compares in a time that does not depend on where they differ.
    public func equals(_ other: KeyHash) -> Bool {
        zip(bytes, other.bytes).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// An API key as its holder sends it: `sk_17_` and 64 hexadecimal digits, 17 being its number.
public struct KeyText: Sendable, CustomStringConvertible {
    public let id: KeyID
    public let secret: KeySecret

    public init(id: KeyID, secret: KeySecret) {
        self.id = id
        self.secret = secret
    }

    /// nil where it is not of this form.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("sk".utf8), (1...18).contains(parts[1].count),
            let number = Int64(String(decoding: parts[1], as: UTF8.self)), number > 0, parts[2].count == 64
        else { return nil }
        let digits = parts[2].compactMap(KeyText.value)
        guard digits.count == 64 else { return nil }
        id = KeyID(number)
        secret = KeySecret(bytes: stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    public var description: String {
        let alphabet = Array("0123456789abcdef".utf8)
        let digits = secret.bytes.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }
        return "sk_\(id.number)_" + String(decoding: digits, as: UTF8.self)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

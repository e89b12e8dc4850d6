import Domain

/// An instant on the wire: RFC 3339 in UTC, as `2026-11-25T08:00:00Z`, with up to six digits of a second.
public struct Instant: Codable, Hashable, Sendable {
    public let stamp: Stamp

    public init(_ stamp: Stamp) { self.stamp = stamp }

    public init(from decoder: any Decoder) throws {
        self.init(try Instant.stamp(of: try decoder.singleValueContainer().decode(String.self)))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Instant.text(of: stamp))
    }

    /// Errors: `timeInvalid`.
    public static func stamp(of text: String) throws(DoorFault) -> Stamp {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 27, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes.last == UInt8(ascii: "Z"),
            let date = try? CivilDate(String(decoding: bytes[..<10], as: UTF8.self)), date.year >= 1970,
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            hour < 24, minute < 60, second < 60, let fraction = fraction(bytes[19..<bytes.count - 1])
        else { throw DoorFault(.timeInvalid) }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        return Stamp(microseconds: seconds * 1_000_000 + fraction)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// Microseconds of nothing, or of a point and 1 ... 6 digits.
    private static func fraction(_ bytes: ArraySlice<UInt8>) -> Int64? {
        guard let point = bytes.first else { return 0 }
        guard point == UInt8(ascii: "."), bytes.count >= 2 else { return nil }
        let padding = [UInt8](repeating: UInt8(ascii: "0"), count: 7 - bytes.count)
        return number(bytes.dropFirst() + padding)
    }

    public static func text(of stamp: Stamp) -> String {
        let seconds = stamp.seconds
        let date = CivilDate(daysSinceEpoch: seconds.flooringQuotient(86_400))
        let second = seconds - date.daysSinceEpoch * 86_400
        let fraction = stamp.microseconds - seconds * 1_000_000
        let clock = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        return "\(date)T\(clock)\(fraction == 0 ? "" : "." + padded(fraction, 6))Z"
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A whole hour on the wire: an `Instant` on the hour.
public struct WholeHour: Codable, Hashable, Sendable {
    public let hour: Hour

    public init(_ hour: Hour) { self.hour = hour }

    public init(from decoder: any Decoder) throws {
        let stamp = try Instant.stamp(of: try decoder.singleValueContainer().decode(String.self))
        guard stamp == Stamp(hour: stamp.hour) else { throw DoorFault(.timeInvalid) }
        self.init(stamp.hour)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Instant.text(of: Stamp(hour: hour)))
    }
}

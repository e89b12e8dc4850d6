import CLibPQ
import Glibc

/// Where and as whom to connect: the keywords of a libpq connection string.
public struct DataSource: Sendable, Equatable {
    /// In the order given; a later setting of the same keyword replaces the earlier one.
    public private(set) var settings: [(keyword: String, value: String)] = []

    public init(_ settings: KeyValuePairs<String, String> = [:]) {
        for (keyword, value) in settings { self[keyword] = value }
    }

    /// Parses a URI (`postgresql://…`) or `keyword=value` pairs, with several hosts if wanted.
    ///
    /// Where the text is silent, a host gets ten seconds to answer.
    public init(parsing text: String) throws(PostgresError) {
        guard !text.utf8.contains(0) else { throw .nulInStatement }
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            defer { PQfreemem(message) }
            throw .connectionFailed(message.map { ServerText.line($0) } ?? "malformed connection string")
        }
        defer { PQconninfoFree(options) }
        self["connect_timeout"] = "10"
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { self[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
    }

    public subscript(keyword: String) -> String? {
        get { settings.first { $0.keyword == keyword }?.value }
        set {
            settings.removeAll { $0.keyword == keyword }
            if let newValue { settings.append((keyword, newValue)) }
        }
    }

    /// The same server and session, with one keyword changed.
    public func with(_ keyword: String, _ value: String?) -> DataSource {
        var changed = self
        changed[keyword] = value
        return changed
    }

    public static func == (one: DataSource, other: DataSource) -> Bool {
        one.settings.map { [$0.keyword, $0.value] } == other.settings.map { [$0.keyword, $0.value] }
    }
}

extension DataSource: CustomStringConvertible {
    /// Without passwords, fit for a log.
    public var description: String {
        settings.filter { $0.keyword != "sslpassword" && $0.keyword != "password" }
            .map { "\($0.keyword)=\($0.value)" }.joined(separator: " ")
    }
}

extension DataSource {
    /// The settings as the two lists that libpq takes, valid inside the body.
    func withKeywordsAndValues<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> T
    ) -> T {
        let keywords = settings.map { UnsafePointer(strdup($0.keyword)) } + [nil]
        let values = settings.map { UnsafePointer(strdup($0.value)) } + [nil]
        defer { for text in keywords + values { free(UnsafeMutablePointer(mutating: text)) } }
        return body(keywords, values)
    }
}

/// Texts of libpq end in a line break and may have several lines.
enum ServerText {
    static func line(_ text: UnsafePointer<CChar>) -> String {
        String(cString: text).split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}

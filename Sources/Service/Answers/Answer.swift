import ExchangeAPI
import HTTPTypes
import Hummingbird
import NIOCore

/// What a request is answered with.
struct Answer: Sendable {
    let status: Int
    let mediaType: String
    let body: [UInt8]
    /// The last record that the answer reflects.
    var sequence: Int64?
    /// Where what was made is found.
    var location: String?
    var allowed: [String] = []
    var language: String?
    /// Whether the exchange asks for patience.
    var retryAfterSeconds: Int?
    /// Whether the connection is of no more use, since a body was left unread.
    var closes = false

    init(status: Int = 200, mediaType: String, body: [UInt8], sequence: Int64? = nil) {
        self.status = status
        self.mediaType = mediaType
        self.body = body
        self.sequence = sequence
    }

    static func json(
        _ value: some Encodable, status: Int = 200, sequence: Int64?, location: String? = nil
    ) -> Answer {
        var answer = Answer(
            status: status, mediaType: "application/json", body: WireEncoder.encode(value), sequence: sequence)
        answer.location = location
        return answer
    }

    var response: Response {
        var headers = HTTPFields()
        headers.reserveCapacity(6)
        headers[.contentType] = mediaType
        if let sequence { headers[.suanliSequence] = String(sequence) }
        if let location { headers[.location] = location }
        if !allowed.isEmpty { headers[.allow] = allowed.joined(separator: ", ") }
        if let language { headers[.contentLanguage] = language }
        if let retryAfterSeconds { headers[.retryAfter] = String(retryAfterSeconds) }
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        if closes { headers[.connection] = "close" }
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension HTTPField.Name {
    static let suanliSequence = HTTPField.Name("Suanli-Sequence")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
